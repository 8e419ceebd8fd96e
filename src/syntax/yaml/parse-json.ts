import { Node } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  isBlank,
  isDigit,
  OPEN_BRACE,
  OPEN_BRACKET,
} from './characters.ts';
import { Problems, Unreadable, type YamlDocuments } from './document.ts';
import { readJsonNumber, readJsonString } from './json-scalar.ts';
import { Reader } from './quick/reader.ts';

const words = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/**
 * Parses a JSON file (RFC 8259, one value, a byte-order mark is passed over) into one document with the nodes that
 * YAML has: a node's `keyStart` is the opening quote of its key. An error is a problem with its place, and there is no
 * document then. Of equal keys the last one wins, and is a problem.
 */
export function parseJson(file: SourceFile): YamlDocuments {
  const problems = new Problems(file);
  const reader = new Reader(file, 'core', problems);
  reader.begin(file.text.startsWith('\ufeff') ? 1 : 0, file.text.length);
  try {
    toToken(reader);
    const document = readJsonValue(reader, reader.at);
    toToken(reader);
    if (reader.at < file.text.length) throw new Unreadable('the JSON value ends before this', reader.at);
    return { documents: [document], problems: problems.list };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.addUnreadable(error);
    return { documents: [], problems: problems.list };
  }
}

function readJsonValue(reader: Reader, keyStart: number): Node {
  const { codes, at: start } = reader;
  const code = codes[start]!;
  if (code === DOUBLE_QUOTE) {
    const value = readJsonString(reader);
    return new Node(reader.file, start, reader.at, value, keyStart);
  }
  if (code === OPEN_BRACE || code === OPEN_BRACKET)
    return readJsonCollection(reader, code === OPEN_BRACE, keyStart);
  if (code === DASH || isDigit(code)) {
    const value = readJsonNumber(reader);
    return new Node(reader.file, start, reader.at, value, keyStart);
  }
  for (const [word, value] of words)
    if (reader.text.startsWith(word, start)) {
      reader.at = start + word.length;
      return new Node(reader.file, start, reader.at, value, keyStart);
    }
  throw new Unreadable('a JSON value is expected here', start);
}

function readJsonCollection(reader: Reader, isMap: boolean, keyStart: number): Node {
  const { codes, at: start } = reader;
  const closing = isMap ? CLOSE_BRACE : CLOSE_BRACKET;
  const base = reader.open();
  reader.at++;
  toToken(reader);
  if (codes[reader.at] !== closing)
    for (;;) {
      if (isMap) readJsonEntry(reader);
      else reader.add('', readJsonValue(reader, reader.at));
      toToken(reader);
      const code = codes[reader.at];
      if (code === closing) break;
      if (code !== COMMA) throw new Unreadable(`a comma or ${isMap ? '}' : ']'} is expected here`, reader.at);
      reader.at++;
      toToken(reader);
      if (codes[reader.at] === closing)
        throw new Unreadable('a comma before the end: JSON allows none there, take it out', reader.at);
    }
  const end = ++reader.at;
  const content = isMap ? reader.closeMap(base, 0) : reader.closeList(base);
  return new Node(reader.file, start, end, content, keyStart);
}

function readJsonEntry(reader: Reader): void {
  const { codes, at: keyAt } = reader;
  if (codes[keyAt] !== DOUBLE_QUOTE) throw new Unreadable('a key in double quotes is expected here', keyAt);
  const key = readJsonString(reader);
  toToken(reader);
  if (codes[reader.at] !== COLON) throw new Unreadable('a colon is expected here', reader.at);
  reader.at++;
  toToken(reader);
  reader.add(key, readJsonValue(reader, keyAt));
}

/** Goes over blanks. */
function toToken(reader: Reader): void {
  const { codes, text } = reader;
  let { at } = reader;
  while (at < text.length && isBlank(codes[at]!)) at++;
  reader.at = at;
}
