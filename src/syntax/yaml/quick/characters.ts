const indicators = new Uint8Array(128);
for (const character of '!"#%&\'*,>@[]`{|}') indicators[character.charCodeAt(0)] = 1;

/** Whether a plain scalar can never start with this character. Source: YAML 1.2.2, rule 22, c-indicator. */
export function isIndicator(code: number): boolean {
  return code < 128 && indicators[code] === 1;
}

/** Space, tab or line break. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

export function isFlowIndicator(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** `-`, `?` and `:` start a plain scalar only where no blank follows. */
export function isEntryIndicator(code: number): boolean {
  return code === 45 || code === 58 || code === 63;
}

/** The end of a text without the blanks at its end. */
export function trimEnd(codes: Uint16Array, end: number): number {
  let at = end;
  while (isBlank(codes[at - 1]!)) at--;
  return at;
}
