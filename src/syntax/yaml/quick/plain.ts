import { SCALAR_STYLE } from 'js-yaml';
import { Node, type Scalar } from '../../../model/node.ts';
import {
  COLON,
  HASH,
  isBlank,
  isEntryIndicator,
  isIndicator,
  isLineBreak,
  startsComment,
  trimEnd,
} from '../characters.ts';
import { resolvePlain } from '../plain-scalar.ts';
import { longestValue } from './caches.ts';
import { decode } from './decode.ts';
import { beyond, type Reader } from './reader.ts';
import { addToHash } from './text-cache.ts';

/** A plain scalar after a key. @param indent the column of the key */
export function readPlain(reader: Reader, indent: number, keyStart: number): Node {
  const { codes, at: start } = reader;
  const code = codes[start]!;
  if (isIndicator(code) || (isEntryIndicator(code) && isBlank(codes[start + 1]!))) throw beyond;
  toPlainEnd(reader);
  return finishPlain(reader, start, indent, keyStart);
}

/** Goes to the end of the line or to its comment. A colon that makes a key of it is an error there. */
function toPlainEnd(reader: Reader): void {
  const { codes } = reader;
  let { at } = reader;
  for (;;) {
    const code = codes[at]!;
    if (code === COLON) {
      if (isBlank(codes[at + 1]!)) throw beyond;
    } else if (code <= HASH && (isLineBreak(code) || startsComment(codes, at))) break;
    at++;
  }
  reader.at = at;
}

/** Makes the node of a plain scalar, once `at` is at the end of its first line or at a comment. */
export function finishPlain(reader: Reader, start: number, indent: number, keyStart: number): Node {
  const { codes, at: stop } = reader;
  reader.endLine();
  reader.toContent();
  if (reader.column > indent && indent >= 0) return readPlainLines(reader, start, stop, indent, keyStart);
  if (indent < 0) throw beyond;
  const end = trimEnd(codes, stop);
  return new Node(reader.file, start, end, plainValue(reader, start, end), keyStart);
}

/** A plain scalar over several lines. @param stop the end of its first line */
function readPlainLines(reader: Reader, start: number, stop: number, indent: number, keyStart: number): Node {
  const { codes, text } = reader;
  let last = stop;
  while (reader.column > indent) {
    // a comment ends a plain scalar, so that more lines of it are an error
    if (codes[last]! === HASH || !onlyBlanks(codes, last, reader.at)) throw beyond;
    toPlainEnd(reader);
    last = reader.at;
    reader.endLine();
    reader.toContent();
  }
  const end = trimEnd(codes, last);
  const value = resolvePlain(decode(text, start, end, SCALAR_STYLE.PLAIN), reader.schema);
  return new Node(reader.file, start, end, value, keyStart);
}

function onlyBlanks(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(codes[at]!)) return false;
  return true;
}

/** The value of a plain scalar in one line. */
export function plainValue(reader: Reader, start: number, end: number): Scalar {
  const { codes, text } = reader;
  if (end - start > longestValue) return resolvePlain(text.slice(start, end), reader.schema);
  let hash = 0;
  for (let at = start; at < end; at++) hash = addToHash(hash, codes[at]!);
  return reader.caches.values.at(text, codes, start, end, hash);
}
