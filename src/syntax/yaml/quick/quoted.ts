import { SCALAR_STYLE } from 'js-yaml';
import { Node } from '../../../model/node.ts';
import {
  BACKSLASH,
  DOUBLE_QUOTE,
  isBlank,
  isHexadecimal,
  isLineBreak,
  LINE_FEED,
  SINGLE_QUOTE,
} from '../characters.ts';
import { Unreadable } from '../document.ts';
import { decode } from './decode.ts';
import { beyond, type Reader } from './reader.ts';

/** How long an escape is by the character after its backslash; 0 where there is none such. */
const escapeLengths = new Uint8Array(128);
for (const character of '0abtnvfre "/\\N_LP\t\n\r') escapeLengths[character.charCodeAt(0)] = 2;
for (const [character, length] of [
  ['x', 4],
  ['u', 6],
  ['U', 10],
] as const)
  escapeLengths[character.charCodeAt(0)] = length;

/** Reads a quoted scalar, and sets `folded` where it goes over several lines; `at` is left after its closing quote. */
export function readQuoted(reader: Reader): string {
  reader.folded = false;
  reader.hash = 0;
  return reader.codes[reader.at]! === DOUBLE_QUOTE ? readDouble(reader) : readSingle(reader);
}

/** Makes the node of a quoted scalar that ends at `at`. */
export function finishQuoted(reader: Reader, start: number, value: string, keyStart: number): Node {
  const { at: end } = reader;
  reader.endLine();
  reader.toContent();
  return new Node(reader.file, start, end, value, keyStart);
}

function readDouble(reader: Reader): string {
  const { codes, text } = reader;
  const start = reader.at + 1;
  let at = start;
  let escaped = false;
  for (;;) {
    const code = codes[at]!;
    if (code === DOUBLE_QUOTE) break;
    if (code === BACKSLASH) {
      escaped = true;
      at = escapeEnd(codes, at);
    } else {
      at++;
      if (code === LINE_FEED) goToNextLine(reader, at);
    }
  }
  reader.at = at + 1;
  return escaped || reader.folded
    ? decode(text, start, at, SCALAR_STYLE.DOUBLE_QUOTED)
    : text.slice(start, at);
}

function readSingle(reader: Reader): string {
  const { codes, text } = reader;
  const start = reader.at + 1;
  let at = start;
  let escaped = false;
  for (;;) {
    const code = codes[at++]!;
    if (code === SINGLE_QUOTE) {
      if (codes[at]! !== SINGLE_QUOTE) break;
      escaped = true;
      at++;
    } else if (code === LINE_FEED) goToNextLine(reader, at);
  }
  reader.at = at;
  return escaped || reader.folded
    ? decode(text, start, at - 1, SCALAR_STYLE.SINGLE_QUOTED)
    : text.slice(start, at - 1);
}

function goToNextLine(reader: Reader, lineStart: number): void {
  const { codes, text } = reader;
  reader.folded = true;
  const endsDocument = text.startsWith('...', lineStart) && isBlank(codes[lineStart + 3]!);
  if (endsDocument || lineStart >= reader.end)
    throw new Unreadable('a quote that is never closed', reader.at);
}

/** The end of what a backslash begins; of the backslash where a line break follows. */
function escapeEnd(codes: Uint16Array, backslash: number): number {
  const code = codes[backslash + 1]!;
  const length = code < 128 ? escapeLengths[code]! : 0;
  if (length === 0) throw beyond;
  if (isLineBreak(code)) return backslash + 1;
  const end = backslash + length;
  for (let at = backslash + 2; at < end; at++) if (!isHexadecimal(codes[at]!)) throw beyond;
  return end;
}
