/** An escape sequence of a quoted string. */
export interface Escape {
  /** what it stands for */
  readonly text: string;
  /** characters that it takes, from the backslash on */
  readonly length: number;
  readonly error?: string;
}

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** Reads the escape sequence whose backslash stands at `at`. */
export function readEscape(text: string, at: number, limit: number): Escape {
  const selector = at + 1 < limit ? String.fromCodePoint(text.codePointAt(at + 1)!) : '';
  const known = simple[selector];
  if (known !== undefined) return { text: known, length: 2 };
  if (selector === 'u') return readCodePoint(text, at, limit, 4);
  if (selector === 'U') return readCodePoint(text, at, limit, 8);
  const length = 1 + selector.length;
  const error = `"\\${selector}" is not an escape sequence: to write a backslash, double it ("\\\\").`;
  return { text: selector, length, error };
}

function readCodePoint(text: string, at: number, limit: number, digits: number): Escape {
  const length = 2 + digits;
  const hex = text.slice(at + 2, Math.min(at + length, limit));
  const selector = text[at + 1]!;
  if (hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex))
    return {
      text: selector,
      length: 2,
      error: `"\\${selector}" must be followed by ${digits} hexadecimal digits.`,
    };
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    return { text: '', length, error: `U+${hex} is not a Unicode character.` };
  return { text: String.fromCodePoint(code), length };
}
