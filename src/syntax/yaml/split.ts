export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text before each line that starts a document (`---`), so that an error stays in its document.
 * Such a line is a marker wherever it stands, also inside a block scalar (YAML 1.2.2, rule 206, c-forbidden).
 * Directives (`%YAML`) stay with the document that they are written for.
 */
export function splitDocuments(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (let at = nextMarker(text, 0); at >= 0; at = nextMarker(text, at + 3)) {
    if (at === start || !holdsContent(text, start, at)) continue;
    parts.push({ start, end: at });
    start = at;
  }
  parts.push({ start, end: text.length });
  return parts;
}

function nextMarker(text: string, from: number): number {
  if (from === 0 && text.startsWith('---') && endsMarker(text.charCodeAt(3))) return 0;
  for (let at = text.indexOf('\n---', from); at >= 0; at = text.indexOf('\n---', at + 1))
    if (endsMarker(text.charCodeAt(at + 4))) return at + 1;
  return -1;
}

function endsMarker(code: number): boolean {
  return Number.isNaN(code) || code === 32 || code === 9 || code === 10 || code === 13;
}

/** Whether there is more before a marker than comments and directives. */
function holdsContent(text: string, start: number, end: number): boolean {
  if (text.startsWith('---', start)) return true;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 35 || (code === 37 && (at === 0 || text.charCodeAt(at - 1) === 10))) {
      const next = text.indexOf('\n', at);
      at = next < 0 ? end : next;
    } else if (code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff) at++;
    else return true;
  }
  return false;
}
