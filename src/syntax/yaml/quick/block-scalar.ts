import { CHOMPING_MODE, type ChompingMode, SCALAR_STYLE } from 'js-yaml';
import { Node } from '../../../model/node.ts';
import {
  BAR,
  CARRIAGE_RETURN,
  DASH,
  isLineBreak,
  LINE_FEED,
  NINE,
  ONE,
  PLUS,
  SPACE,
  TAB,
  ZERO,
} from '../characters.ts';
import { decode } from './decode.ts';
import { beyond, type Reader } from './reader.ts';

/** `|` or `>` with the lines that follow. @param parent the column of what holds it */
export function readBlockScalar(reader: Reader, parent: number, keyStart: number): Node {
  const { codes, text, at: start } = reader;
  if (parent < 0) throw beyond;
  const literal = codes[start]! === BAR;
  let chomping: ChompingMode = CHOMPING_MODE.CLIP;
  let indent = -1;
  let at = start + 1;
  for (; ; at++) {
    const code = codes[at]!;
    if ((code === DASH || code === PLUS) && chomping === CHOMPING_MODE.CLIP)
      chomping = code === DASH ? CHOMPING_MODE.STRIP : CHOMPING_MODE.KEEP;
    else if (code >= ONE && code <= NINE && indent < 0) indent = parent + code - ZERO;
    else break;
  }
  const headerEnd = at;
  reader.at = at;
  reader.endLine();
  const bodyStart = reader.at;
  if (indent < 0) indent = findIndent(reader, parent);
  const { contentEnd, isRagged } = passBody(reader, indent);
  const bodyEnd = reader.at;
  reader.toContent();
  const isSimple = contentEnd > 0 && bodyEnd <= text.length && !isRagged && !reader.carriageReturns;
  const value =
    literal && isSimple
      ? literalValue(reader, bodyStart, bodyEnd, indent, chomping)
      : decode(
          text,
          bodyStart,
          Math.min(bodyEnd, text.length),
          literal ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK,
          chomping,
          indent,
        );
  return new Node(reader.file, start, contentEnd || headerEnd, value, keyStart);
}

/** The column of the first line that is not blank; one more than the parent's where there is none deeper. */
function findIndent(reader: Reader, parent: number): number {
  const { codes, end } = reader;
  let { at } = reader;
  let blank = 0;
  while (at < end) {
    const lineStart = at;
    while (codes[at]! === SPACE) at++;
    const column = at - lineStart;
    const code = codes[at]!;
    if (isLineBreak(code)) {
      if (column > blank) blank = column;
      at = reader.lineAfter(at);
      continue;
    }
    if (column <= parent) break;
    if (code === TAB || column < blank) throw beyond;
    return column;
  }
  if (blank > parent) throw beyond;
  return parent + 1;
}

/**
 * Goes to the first line that is indented less.
 * @returns the end of the last line that is not empty, 0 where there is none, and whether blanks stand in an empty line
 */
function passBody(reader: Reader, indent: number): { contentEnd: number; isRagged: boolean } {
  const { codes, end } = reader;
  let lineStart = reader.at;
  let contentEnd = 0;
  let isRagged = false;
  while (lineStart < end) {
    let at = lineStart;
    const contentStart = lineStart + indent;
    while (at < contentStart && codes[at] === SPACE) at++;
    const code = codes[at]!;
    if (code === LINE_FEED) {
      isRagged ||= at > lineStart;
      lineStart = at + 1;
      continue;
    }
    if (at < contentStart && code !== CARRIAGE_RETURN) break;
    lineStart = reader.lineAfter(at);
    if (code === CARRIAGE_RETURN) continue;
    contentEnd = codes[lineStart - 2] === CARRIAGE_RETURN ? lineStart - 2 : lineStart - 1;
  }
  reader.at = lineStart;
  return { contentEnd, isRagged };
}

function literalValue(
  reader: Reader,
  start: number,
  end: number,
  indent: number,
  chomping: ChompingMode,
): string {
  const { codes, text } = reader;
  let first = start;
  while (codes[first]! === LINE_FEED) first++;
  let last = end;
  if (chomping !== CHOMPING_MODE.KEEP) {
    while (codes[last - 1]! === LINE_FEED) last--;
    if (chomping === CHOMPING_MODE.CLIP) last++;
  }
  const body = text.slice(first + indent, last);
  const value = body.replaceAll(`\n${' '.repeat(indent)}`, '\n');
  return first === start ? value : '\n'.repeat(first - start) + value;
}
