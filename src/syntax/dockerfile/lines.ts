import { MappedText } from '../mapped-text.ts';

/** Where the line of an offset ends: at its line feed (or the carriage return before it), or at the end of the text. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return feed > at && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Where the line after the one of an offset starts. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

/** The first offset in a range that holds no blank. */
export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/**
 * The instruction that starts at an offset: its lines joined, with what continues them, comment lines
 * and blank lines between them left out.
 * @returns the joined text, and where its last line ends
 */
export function joinLines(
  text: string,
  start: number,
  escapeChar: string,
): { joined: MappedText; end: number } {
  const ranges: [number, number][] = [];
  let at = start;
  let last = start;
  for (;;) {
    const end = lineEnd(text, at);
    const mark = continuationMark(text, at, end, escapeChar);
    if (end > at) last = end;
    if (mark < 0) {
      ranges.push([at, end]);
      return { joined: MappedText.join(text, ranges), end };
    }
    ranges.push([at, mark]);
    at = nextLine(text, end);
    while (at < text.length && isSkipped(text, at)) at = nextLine(text, at);
    if (at >= text.length) return { joined: MappedText.join(text, ranges), end: last };
  }
}

/** The offset of the escape character that continues a line, or -1. Doubled, it stands for itself. */
function continuationMark(text: string, start: number, end: number, escapeChar: string): number {
  let at = end - 1;
  while (at >= start && (text[at] === ' ' || text[at] === '\t')) at--;
  return at >= start && text[at] === escapeChar && text[at - 1] !== escapeChar ? at : -1;
}

/** Comment lines and blank lines do not end a continued instruction. */
function isSkipped(text: string, at: number): boolean {
  const end = lineEnd(text, at);
  const first = skipBlanks(text, at, end);
  return first === end || text[first] === '#';
}
