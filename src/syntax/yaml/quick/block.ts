import { Node } from '../../../model/node.ts';
import {
  BAR,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  isBlank,
  isEntryIndicator,
  isIndicator,
  isLineBreak,
  isQuote,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  startsComment,
  TAB,
  trimEnd,
} from '../characters.ts';
import { keyText, resolvePlain } from '../plain-scalar.ts';
import { readBlockScalar } from './block-scalar.ts';
import { readFlow } from './flow.ts';
import { finishPlain, readPlain } from './plain.ts';
import { finishQuoted, readQuoted } from './quoted.ts';
import { beyond, type Reader } from './reader.ts';
import { addToHash } from './text-cache.ts';

/** A value at the first content of a line, or right after a dash. @param indent the column of what holds it */
export function readBlock(reader: Reader, indent: number, keyStart: number): Node {
  const { codes, at } = reader;
  const code = codes[at]!;
  if (isQuote(code)) {
    const value = readQuoted(reader);
    if (codes[reader.at]! === COLON && !reader.folded) return readMap(reader, at, value, keyStart);
    return finishQuoted(reader, at, value, keyStart);
  }
  if (isIndicator(code)) return readInline(reader, indent, keyStart);
  if (isEntryIndicator(code) && isBlank(codes[at + 1]!)) {
    if (code === DASH) return readList(reader, keyStart);
    throw beyond;
  }
  if (toColon(reader)) return readMap(reader, at, plainKey(reader, at), keyStart);
  return finishPlain(reader, at, indent, keyStart);
}

function readList(reader: Reader, keyStart: number): Node {
  const { codes, column, at: start } = reader;
  const base = reader.open();
  let end = start;
  for (;;) {
    const node = readItem(reader, column);
    reader.nodes[reader.top++] = node;
    end = node.end;
    if (reader.column !== column) break;
    if (codes[reader.at]! !== DASH || !isBlank(codes[reader.at + 1]!)) break;
  }
  return new Node(reader.file, start, end, reader.closeList(base), keyStart);
}

function readItem(reader: Reader, column: number): Node {
  const { codes, at: dash } = reader;
  let at = dash + 1;
  while (codes[at]! === SPACE) at++;
  reader.at = at;
  const code = codes[at]!;
  if (!isLineBreak(code) && code !== HASH) {
    if (code === TAB) throw beyond;
    reader.column = at - reader.lineStart;
    return readBlock(reader, column, dash);
  }
  reader.endLine();
  reader.toContent();
  if (reader.column > column) return readBlock(reader, column, dash);
  return new Node(reader.file, dash + 1, dash + 1, null, dash);
}

/** @param firstKey the key that was just read, up to its colon */
function readMap(reader: Reader, start: number, firstKey: string, keyStart: number): Node {
  const column = start - reader.lineStart;
  const base = reader.open();
  let key = firstKey;
  let hash = 0;
  let keyAt = start;
  let end = start;
  for (;;) {
    hash = addToHash(hash, reader.hash);
    const node = readValue(reader, column, keyAt);
    reader.add(key, node);
    end = node.end;
    if (reader.column !== column) break;
    keyAt = reader.at;
    key = readKey(reader);
  }
  return new Node(reader.file, start, end, reader.closeMap(base, hash), keyStart);
}

/** A key of a map, up to its colon. */
function readKey(reader: Reader): string {
  const { codes, at } = reader;
  const code = codes[at]!;
  if (isQuote(code)) {
    const value = readQuoted(reader);
    if (codes[reader.at]! === COLON && !reader.folded) return value;
    throw beyond;
  }
  if (isIndicator(code) || (isEntryIndicator(code) && isBlank(codes[at + 1]!))) throw beyond;
  if (toColon(reader)) return plainKey(reader, at);
  throw beyond;
}

/** Goes to the colon of a plain key, or to the end of the plain scalar in this line where there is none. */
function toColon(reader: Reader): boolean {
  const { codes } = reader;
  let { at } = reader;
  let hash = 0;
  for (;;) {
    const code = codes[at]!;
    if (code === COLON) {
      if (isBlank(codes[at + 1]!)) break;
    } else if (code <= HASH && (isLineBreak(code) || startsComment(codes, at))) {
      reader.at = at;
      return false;
    }
    hash = addToHash(hash, code);
    at++;
  }
  reader.at = at;
  reader.hash = hash;
  return true;
}

function plainKey(reader: Reader, start: number): string {
  const { codes, text, at: colon } = reader;
  if (codes[start]! === LESS && text.startsWith('<<', start)) throw beyond;
  if (isBlank(codes[colon - 1]!))
    return keyText(resolvePlain(text.slice(start, trimEnd(codes, colon)), reader.schema));
  return reader.caches.keys.at(text, codes, start, colon, reader.hash);
}

/** The value of a key, from its colon. */
function readValue(reader: Reader, column: number, keyAt: number): Node {
  const { codes, at: colon } = reader;
  let at = colon + 1;
  let code = codes[at]!;
  if (!isBlank(code)) throw beyond;
  while (code === SPACE || code === TAB) code = codes[++at]!;
  reader.at = at;
  if (!isLineBreak(code) && code !== HASH) return readInline(reader, column, keyAt);
  reader.endLine();
  reader.toContent();
  if (reader.column > column) return readBlock(reader, column, keyAt);
  if (reader.column === column && codes[reader.at]! === DASH && isBlank(codes[reader.at + 1]!))
    return readList(reader, keyAt);
  return new Node(reader.file, colon + 1, colon + 1, null, keyAt);
}

/** A value that is no block collection. @param indent the column of what holds it */
function readInline(reader: Reader, indent: number, keyStart: number): Node {
  const { codes, at } = reader;
  const code = codes[at]!;
  switch (code) {
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return finishQuoted(reader, at, readQuoted(reader), keyStart);
    case OPEN_BRACKET:
    case OPEN_BRACE: {
      const node = readFlow(reader, keyStart);
      reader.endLine();
      reader.toContent();
      return node;
    }
    case BAR:
    case GREATER:
      return readBlockScalar(reader, indent, keyStart);
    default:
      return readPlain(reader, indent, keyStart);
  }
}
