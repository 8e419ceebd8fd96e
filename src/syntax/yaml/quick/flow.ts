import { Node } from '../../../model/node.ts';
import {
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  isBlank,
  isEntryIndicator,
  isFlowIndicator,
  isIndicator,
  isLineBreak,
  isQuote,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SPACE,
  startsComment,
  TAB,
  trimEnd,
} from '../characters.ts';
import { Unreadable } from '../document.ts';
import { keyText } from '../plain-scalar.ts';
import { plainValue } from './plain.ts';
import { readQuoted } from './quoted.ts';
import { beyond, type Reader } from './reader.ts';

/** `[…]` or `{…}`, over any number of lines; `at` is left after the closing bracket. */
export function readFlow(reader: Reader, keyStart: number): Node {
  const { codes, at: start } = reader;
  const base = reader.open();
  const isMap = codes[start]! === OPEN_BRACE;
  const closing = isMap ? CLOSE_BRACE : CLOSE_BRACKET;
  reader.at++;
  for (;;) {
    toFlowContent(reader, start);
    if (codes[reader.at]! === closing) break;
    if (isMap) readEntry(reader, start);
    else {
      const item = readFlowValue(reader, reader.at);
      reader.nodes[reader.top++] = item;
    }
    toFlowContent(reader, start);
    const code = codes[reader.at]!;
    if (code === COMMA) reader.at++;
    else if (code !== closing) throw beyond;
  }
  const end = ++reader.at;
  const content = isMap ? reader.closeMap(base, 0) : reader.closeList(base);
  return new Node(reader.file, start, end, content, keyStart);
}

function readEntry(reader: Reader, opening: number): void {
  const { codes, at: keyAt } = reader;
  const key = readFlowKey(reader);
  const keyEnd = reader.at;
  toFlowContent(reader, opening);
  let empty = keyEnd;
  if (codes[reader.at]! === COLON) {
    empty = ++reader.at;
    toFlowContent(reader, opening);
    const code = codes[reader.at]!;
    if (code !== COMMA && code !== CLOSE_BRACE) {
      reader.add(key, readFlowValue(reader, keyAt));
      return;
    }
  }
  reader.add(key, new Node(reader.file, empty, empty, null, keyAt));
}

function readFlowKey(reader: Reader): string {
  const { codes, text, at: start } = reader;
  const code = codes[start]!;
  if (isQuote(code)) {
    const key = readQuoted(reader);
    if (reader.folded) throw beyond;
    return key;
  }
  const end = readFlowPlain(reader);
  if (end - start === 2 && text.startsWith('<<', start)) throw beyond;
  return keyText(plainValue(reader, start, end));
}

function readFlowValue(reader: Reader, keyStart: number): Node {
  const { codes, at: start } = reader;
  const code = codes[start]!;
  if (isQuote(code)) {
    const value = readQuoted(reader);
    return new Node(reader.file, start, reader.at, value, keyStart);
  }
  if (code === OPEN_BRACKET || code === OPEN_BRACE) return readFlow(reader, keyStart);
  const end = readFlowPlain(reader);
  return new Node(reader.file, start, end, plainValue(reader, start, end), keyStart);
}

/** Goes over a plain scalar in one line. @returns its end */
function readFlowPlain(reader: Reader): number {
  const { codes, text, at: start } = reader;
  let at = start;
  let code = codes[at]!;
  if (isIndicator(code) || (isEntryIndicator(code) && endsInFlow(codes[at + 1]!))) throw beyond;
  if (code === DOT && text.startsWith('...', at)) throw beyond;
  for (;;) {
    if (isFlowIndicator(code) || isLineBreak(code)) break;
    if (code === COLON && endsInFlow(codes[at + 1]!)) break;
    if (startsComment(codes, at)) break;
    code = codes[++at]!;
  }
  const end = trimEnd(codes, at);
  reader.at = end;
  return end;
}

function endsInFlow(code: number): boolean {
  return isBlank(code) || isFlowIndicator(code);
}

/** Goes over blanks, line breaks and comments. @param opening the bracket that is open */
function toFlowContent(reader: Reader, opening: number): void {
  const { codes, end } = reader;
  let { at } = reader;
  for (;;) {
    const code = codes[at]!;
    if (code === SPACE || code === TAB || code === CARRIAGE_RETURN) at++;
    else if (code === LINE_FEED) {
      if (++at >= end) throw new Unreadable('a bracket that is never closed', opening);
    } else if (startsComment(codes, at)) at = reader.lineAfter(at) - 1;
    else break;
  }
  reader.at = at;
}
