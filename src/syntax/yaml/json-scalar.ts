import {
  BACKSLASH,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  isDigit,
  isHexadecimal,
  LETTER_U,
  LINE_FEED,
  PLUS,
  SPACE,
  ZERO,
} from './characters.ts';
import { Unreadable } from './document.ts';
import type { Reader } from './quick/reader.ts';

const escapes = new Set([...'"\\/bfnrtu'].map((character) => character.charCodeAt(0)));

/** Reads a string in double quotes. @throws Unreadable at what RFC 8259, section 7 does not allow */
export function readJsonString(reader: Reader): string {
  const { codes, text, at: start } = reader;
  let escaped = false;
  let at = start + 1;
  for (;;) {
    const code = codes[at]!;
    if (code === DOUBLE_QUOTE) break;
    if (code === BACKSLASH) {
      escaped = true;
      at = escapeEnd(codes, at);
    } else if (code < SPACE) {
      if (at >= text.length || code === LINE_FEED)
        throw new Unreadable('this string has no closing quote', start);
      throw new Unreadable('a control character in a string: write it as an escape, \\t or \\u0000', at);
    } else at++;
  }
  reader.at = at + 1;
  return escaped ? JSON.parse(text.slice(start, at + 1)) : text.slice(start + 1, at);
}

function escapeEnd(codes: Uint16Array, backslash: number): number {
  const code = codes[backslash + 1]!;
  if (!escapes.has(code)) throw new Unreadable('there is no such escape in JSON', backslash);
  if (code !== LETTER_U) return backslash + 2;
  for (let at = backslash + 2; at < backslash + 6; at++)
    if (!isHexadecimal(codes[at]!))
      throw new Unreadable('four hexadecimal digits are expected after \\u', backslash);
  return backslash + 6;
}

/** Reads a number. @throws Unreadable at what RFC 8259, section 6 does not allow */
export function readJsonNumber(reader: Reader): number {
  const { codes, text, at: start } = reader;
  let at = codes[start] === DASH ? start + 1 : start;
  const first = at;
  at = digitsEnd(codes, at);
  if (codes[first] === ZERO && at > first + 1)
    throw new Unreadable('a number does not start with 0 in JSON', first);
  if (codes[at] === DOT) at = digitsEnd(codes, at + 1);
  if (/[eE]/.test(text.charAt(at))) {
    const sign = codes[at + 1];
    at = digitsEnd(codes, sign === PLUS || sign === DASH ? at + 2 : at + 1);
  }
  reader.at = at;
  return Number(text.slice(start, at));
}

function digitsEnd(codes: Uint16Array, start: number): number {
  let at = start;
  while (isDigit(codes[at]!)) at++;
  if (at === start) throw new Unreadable('a digit is expected here', at);
  return at;
}
