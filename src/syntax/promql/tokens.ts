/** A part of a PromQL expression. Comments and blanks are left out. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'operator' | 'bracket' | 'other';
  readonly text: string;
  readonly start: number;
}

const patterns: readonly (readonly [Token['kind'] | 'blank', RegExp])[] = [
  ['blank', /(?:\s+|#[^\n]*)/y],
  ['text', /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/y],
  ['number', /(?:0x[\da-f]+|(?:\d[\d_]*)?\.?\d+(?:e[+-]?\d+)?(?:[a-z]+\d*)*)/iy],
  ['name', /[a-zA-Z_:][\w:]*/y],
  ['operator', /(?:==|!=|>=|<=|=~|!~|[+\-*/%^<>=])/y],
  ['bracket', /[()[\]{}]/y],
  ['other', /[,@:.]/y],
];

/** The tokens of an expression; the offset of the first character that belongs to none where there is one. */
export function tokensOf(text: string): readonly Token[] | number {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match || match[0] === '') continue;
      at += match[0].length;
      if (kind !== 'blank') found.push({ kind, text: match[0], start });
      break;
    }
    if (at === start) return start;
  }
  return found;
}
