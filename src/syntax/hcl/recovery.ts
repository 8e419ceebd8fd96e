import {
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  EQUALS,
  GREATER,
  identifierEnd,
  LINE_FEED,
  OPEN_BRACE,
  QUOTE,
  SPACE,
  TAB,
} from './characters.ts';

/** The start of the line that `at` stands in. */
function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset of the first character at or behind `at` that is neither blank nor tab. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

/** How many blanks and tabs stand before `at` in its line; -1 where anything else does. */
export function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  return start === 0 || text.charCodeAt(start - 1) === LINE_FEED ? at - start : -1;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Whether an attribute or a block seems to start at `at`: `name =`, or `name "label" {`. */
export function looksLikeItem(text: string, at: number, limit: number): boolean {
  let end = identifierEnd(text, at, limit);
  if (end === at) return false;
  let next = skipSpaces(text, end);
  if (text.charCodeAt(next) === EQUALS) {
    const after = text.charCodeAt(next + 1);
    return after !== EQUALS && after !== GREATER;
  }
  while (next < limit && text.charCodeAt(next) !== OPEN_BRACE) {
    end = text.charCodeAt(next) === QUOTE ? quoteEnd(text, next) : identifierEnd(text, next, limit);
    if (end === next) return false;
    next = skipSpaces(text, end);
  }
  return next < limit;
}

/** The offset behind the string at `at`; `at` where it is not closed in its line. */
function quoteEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return end + 1;
    if (code === LINE_FEED) break;
  }
  return at;
}

/** What is known of an item that could not be read. */
export interface BrokenItem {
  readonly start: number;
  /** where its body's items stand, judged by those before it */
  readonly column: number;
  /** end of the last item that was read: nothing before it is read again */
  readonly done: number;
  /** where the next item is looked for, at the earliest; the line that it stands in counts */
  readonly from: number;
  /** open in the broken item, so that a "}" below its start is taken for its own */
  readonly braces: number;
}

/**
 * Where reading goes on after a broken item: at the next line that seems to start an item and is indented no
 * deeper than the broken one, or at the "}" that closes the body around it. What is indented deeper belongs to
 * the broken item, as in the layout that `terraform fmt` gives.
 */
export function findNextItem(text: string, broken: BrokenItem, limit: number): number {
  const { start, done, from, braces } = broken;
  const home = lineStart(text, start);
  const column = Math.max(broken.column, skipSpaces(text, home) - home);
  let open = braces;
  let line = lineStart(text, Math.min(from, limit));
  while (line <= Math.max(start, done)) {
    const feed = text.indexOf('\n', line);
    if (feed < 0 || feed >= limit) return limit;
    line = feed + 1;
  }
  while (line < limit) {
    const first = skipSpaces(text, line);
    const code = text.charCodeAt(first);
    const indentation = first - line;
    if (code === CLOSE_BRACE && indentation <= column) {
      if (indentation < column || open === 0) return first;
      open = 0;
    } else if (
      code !== LINE_FEED &&
      code !== CARRIAGE_RETURN &&
      indentation <= column &&
      looksLikeItem(text, first, limit)
    )
      return first;
    const feed = text.indexOf('\n', first);
    if (feed < 0) return limit;
    line = feed + 1;
  }
  return limit;
}
