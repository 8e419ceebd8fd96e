import { BYTE_ORDER_MARK, HASH, isBlank, LINE_FEED } from './characters.ts';
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text before each line that starts a document (`---`), so that an error stays in its document.
 * Such a line is a marker wherever it stands, also inside a block scalar (YAML 1.2.2, rule 206, c-forbidden).
 * Directives (`%YAML`) stay with the document that they are written for. What is only comments is no part.
 */
export function splitDocuments(text: string): Part[] {
  const parts: Part[] = [];
  const hasDirectives = text.includes('%') && (text.startsWith('%') || text.includes('\n%'));
  let start = 0;
  for (let marker = nextMarker(text, 0); marker >= 0; marker = nextMarker(text, marker + 3)) {
    const cut = hasDirectives ? directivesStart(text, start, marker) : marker;
    if (holdsContent(text, start, cut)) parts.push({ start, end: cut });
    start = cut;
  }
  if (holdsContent(text, start, text.length)) parts.push({ start, end: text.length });
  return parts;
}

function nextMarker(text: string, from: number): number {
  for (let at = text.indexOf('---', from); at >= 0; at = text.indexOf('---', at + 1)) {
    const startsLine = at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
    if (startsLine && isBlankOrEnd(text.charCodeAt(at + 3))) return at;
  }
  return -1;
}

/** Where the directives before a marker begin; they can only follow the start of the text or a line `...`. */
function directivesStart(text: string, from: number, marker: number): number {
  let found = false;
  let at = marker;
  while (at > from) {
    const lineStart = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
    if (lineStart < from) break;
    const line = text.slice(lineStart, at).trim();
    if (line.startsWith('...')) return found ? at : marker;
    if (line.startsWith('%')) found = true;
    else if (line !== '' && !line.startsWith('#')) return marker;
    at = lineStart;
  }
  return found && from === 0 ? 0 : marker;
}

function holdsContent(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === HASH) {
      const next = text.indexOf('\n', at);
      at = next < 0 ? end : next;
    } else if (isBlankOrEnd(code) || code === BYTE_ORDER_MARK) at++;
    else return true;
  }
  return false;
}

function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || Number.isNaN(code);
}
