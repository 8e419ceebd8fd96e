/** Character codes that HCL gives a meaning to, and the classes of characters its grammar speaks of. */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const STAR = 42;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const BAR = 124;
export const CLOSE_BRACE = 125;
export const TILDE = 126;
export const BYTE_ORDER_MARK = 0xfeff;

/** Stands for the character after the last one. */
export const END = -1;

const starts = new Uint8Array(128);
const continues = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') starts[c.charCodeAt(0)] = 1;
continues.set(starts);
for (const c of '0123456789-') continues[c.charCodeAt(0)] = 1;

/** Whether an identifier may start at `at`: a letter as Unicode understands it (`ID_Start`), or `_`. */
export function startsIdentifier(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? starts[code] === 1 : code > 127 && /^\p{ID_Start}/u.test(characterAt(text, at));
}

/** The offset behind the identifier at `at`; `at` itself where there is none. */
export function identifierEnd(text: string, at: number, limit: number): number {
  if (at >= limit || !startsIdentifier(text, at)) return at;
  let end = at;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (continues[code] === 0) break;
      end++;
    } else {
      const character = characterAt(text, end);
      if (!/^\p{ID_Continue}/u.test(character)) break;
      end += character.length;
    }
  }
  return Math.min(end, limit);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a line ends here, also where a carriage return stands before the line feed. */
export function isNewline(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** White space as Unicode defines it (`White_Space`), which is what strip markers and indentation look at. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === SPACE || (code >= 9 && code <= 13);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!);
}
