import { Node } from '../../../model/node.ts';
import { Unreadable } from '../document.ts';
import { keyText } from '../plain-scalar.ts';
import { isBlank, isEntryIndicator, isFlowIndicator, isIndicator, trimEnd } from './characters.ts';
import { plainValue } from './plain.ts';
import { readQuoted } from './quoted.ts';
import { beyond, type Reader } from './reader.ts';

/** `[…]` or `{…}`, over any number of lines; `at` is left after the closing bracket. */
export function readFlow(reader: Reader, keyStart: number): Node {
  const { codes, at: start } = reader;
  const base = reader.open();
  const isMap = codes[start]! === 123;
  const closing = isMap ? 125 : 93;
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
    if (code === 44) reader.at++;
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
  if (codes[reader.at]! === 58) {
    empty = ++reader.at;
    toFlowContent(reader, opening);
    const code = codes[reader.at]!;
    if (code !== 44 && code !== 125) {
      reader.add(key, readFlowValue(reader, keyAt));
      return;
    }
  }
  reader.add(key, new Node(reader.file, empty, empty, null, keyAt));
}

function readFlowKey(reader: Reader): string {
  const { codes, text, at: start } = reader;
  const code = codes[start]!;
  if (code === 34 || code === 39) {
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
  if (code === 34 || code === 39) {
    const value = readQuoted(reader);
    return new Node(reader.file, start, reader.at, value, keyStart);
  }
  if (code === 91 || code === 123) return readFlow(reader, keyStart);
  const end = readFlowPlain(reader);
  return new Node(reader.file, start, end, plainValue(reader, start, end), keyStart);
}

/** Goes over a plain scalar in one line. @returns its end */
function readFlowPlain(reader: Reader): number {
  const { codes, text, at: start } = reader;
  let at = start;
  let code = codes[at]!;
  if (isIndicator(code) || (isEntryIndicator(code) && endsInFlow(codes[at + 1]!))) throw beyond;
  if (code === 46 && text.startsWith('...', at)) throw beyond;
  for (;;) {
    if (isFlowIndicator(code) || code === 10 || code === 13) break;
    if (code === 58 && endsInFlow(codes[at + 1]!)) break;
    if (code === 35 && isBlank(codes[at - 1]!)) break;
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
  const { codes, text, end } = reader;
  let { at } = reader;
  for (;;) {
    const code = codes[at]!;
    if (code === 32 || code === 9 || code === 13) at++;
    else if (code === 10) {
      if (++at >= end) throw new Unreadable('a bracket that is never closed', opening);
    } else if (code === 35 && isBlank(codes[at - 1]!)) at = text.indexOf('\n', at);
    else break;
  }
  reader.at = at;
}
