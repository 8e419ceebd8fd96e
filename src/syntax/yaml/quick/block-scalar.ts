import { CHOMPING_MODE, type ChompingMode, SCALAR_STYLE } from 'js-yaml';
import { Node } from '../../../model/node.ts';
import { trimEnd } from './characters.ts';
import { decode } from './decode.ts';
import { beyond, type Reader } from './reader.ts';

/** `|` or `>` with the lines that follow. @param parent the column of what holds it */
export function readBlockScalar(reader: Reader, parent: number, keyStart: number): Node {
  const { text, at: start } = reader;
  if (parent < 0) throw beyond;
  const literal = text.charCodeAt(start) === 124;
  let chomping: ChompingMode = CHOMPING_MODE.CLIP;
  let indent = -1;
  let at = start + 1;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if ((code === 45 || code === 43) && chomping === CHOMPING_MODE.CLIP)
      chomping = code === 45 ? CHOMPING_MODE.STRIP : CHOMPING_MODE.KEEP;
    else if (code >= 49 && code <= 57 && indent < 0) indent = parent + code - 48;
    else break;
  }
  const headerEnd = at;
  reader.at = at;
  reader.endLine();
  const bodyStart = reader.at;
  if (indent < 0) indent = findIndent(reader, parent);
  const ragged = toBodyEnd(reader, indent);
  const bodyEnd = reader.at;
  const end = Math.max(headerEnd, trimEnd(text, bodyEnd));
  reader.toContent();
  const value =
    literal && !ragged && !reader.carriageReturns && end > headerEnd
      ? literalValue(text, bodyStart, bodyEnd, indent, chomping)
      : decode(
          text,
          bodyStart,
          bodyEnd,
          literal ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK,
          chomping,
          indent,
        );
  return new Node(reader.file, start, end, value, keyStart);
}

/** The column of the first line that is not blank; one more than the parent's where there is none deeper. */
function findIndent(reader: Reader, parent: number): number {
  const { text, end } = reader;
  let { at } = reader;
  let blank = 0;
  while (at < end) {
    const lineStart = at;
    while (text.charCodeAt(at) === 32) at++;
    const column = at - lineStart;
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      if (column > blank) blank = column;
      at = text.indexOf('\n', at) + 1;
      continue;
    }
    if (column <= parent) break;
    if (code === 9 || column < blank) throw beyond;
    return column;
  }
  if (blank > parent) throw beyond;
  return parent + 1;
}

/** Goes to the first line that is indented less. @returns whether blanks stand alone in a line */
function toBodyEnd(reader: Reader, indent: number): boolean {
  const { text, end } = reader;
  let lineStart = reader.at;
  let ragged = false;
  while (lineStart < end) {
    let at = lineStart;
    const contentStart = lineStart + indent;
    while (at < contentStart && text.charCodeAt(at) === 32) at++;
    const code = text.charCodeAt(at);
    if (code === 10) {
      ragged ||= at > lineStart;
      lineStart = at + 1;
    } else if (at < contentStart && code !== 13) break;
    else lineStart = text.indexOf('\n', at) + 1;
  }
  reader.at = lineStart;
  return ragged;
}

function literalValue(
  text: string,
  start: number,
  end: number,
  indent: number,
  chomping: ChompingMode,
): string {
  let first = start;
  while (text.charCodeAt(first) === 10) first++;
  let last = end;
  if (chomping !== CHOMPING_MODE.KEEP) {
    while (text.charCodeAt(last - 1) === 10) last--;
    if (chomping === CHOMPING_MODE.CLIP) last++;
  }
  const body = text.slice(first + indent, last);
  const value = body.replaceAll(`\n${' '.repeat(indent)}`, '\n');
  return first === start ? value : '\n'.repeat(first - start) + value;
}
