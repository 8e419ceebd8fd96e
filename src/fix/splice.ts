/** A text put in place of a range. Offsets are into the text as it was, end exclusive. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether two splices cannot both be carried out: they share characters, or put different texts at one place. */
export function collide(a: Splice, b: Splice): boolean {
  if (a.start === b.start && a.end === b.end) return a.text !== b.text || a.start === a.end;
  return a.start < b.end && b.start < a.end;
}

/** Where a new text stands. */
export interface Touched {
  readonly start: number;
  readonly end: number;
  /** whether several lines became one or none: what stood around them is now next to each other */
  readonly joins: boolean;
}

export interface Spliced {
  readonly text: string;
  readonly touched: readonly Touched[];
}

/**
 * Carries out splices that do not collide. Insertions at one place keep their order; they come before a splice that
 * starts there.
 */
export function splice(text: string, splices: readonly Splice[]): Spliced {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const touched: Touched[] = [];
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of ordered) {
    result += text.slice(at, start);
    const joins = !put.includes('\n') && linesIn(text.slice(start, end)) > (put === '' ? 1 : 0);
    touched.push({ start: result.length, end: result.length + put.length, joins });
    result += put;
    at = end;
  }
  return { text: result + text.slice(at), touched };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
