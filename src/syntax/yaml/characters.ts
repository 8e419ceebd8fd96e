/** Character codes that YAML and JSON give a meaning to, and the classes of characters that their grammars speak of. */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const ZERO = 48;
export const ONE = 49;
export const NINE = 57;
export const COLON = 58;
export const LESS = 60;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const LETTER_U = 117;
export const OPEN_BRACE = 123;
export const BAR = 124;
export const CLOSE_BRACE = 125;
export const BYTE_ORDER_MARK = 0xfeff;

const indicators = new Uint8Array(128);
for (const character of '!"#%&\'*,>@[]`{|}') indicators[character.charCodeAt(0)] = 1;

const hexadecimals = new Uint8Array(128);
for (const character of '0123456789abcdefABCDEF') hexadecimals[character.charCodeAt(0)] = 1;

/** Whether a plain scalar can never start with this character. Source: YAML 1.2.2, rule 22, c-indicator. */
export function isIndicator(code: number): boolean {
  return code < 128 && indicators[code] === 1;
}

/** `-`, `?` and `:` start a plain scalar only where no blank follows. */
export function isEntryIndicator(code: number): boolean {
  return code === DASH || code === COLON || code === QUESTION;
}

export function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}

export function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Space, tab or line break. */
export function isBlank(code: number): boolean {
  return code === SPACE || isLineBreak(code) || code === TAB;
}

export function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

export function isHexadecimal(code: number): boolean {
  return code < 128 && hexadecimals[code] === 1;
}

/** Whether a `#` stands here that starts a comment: one behind a blank. */
export function startsComment(codes: Uint16Array, at: number): boolean {
  return codes[at] === HASH && isBlank(codes[at - 1]!);
}

/** The end of a text without the blanks at its end. */
export function trimEnd(codes: Uint16Array, end: number): number {
  let at = end;
  while (isBlank(codes[at - 1]!)) at--;
  return at;
}
