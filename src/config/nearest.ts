/**
 * The candidate that a mistyped word most likely meant, or `undefined` where none is close:
 * the least edit distance (insert, delete, replace, swap neighbours), at most a third of the word's length.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  const lower = word.toLowerCase();
  const letters = lettersOf(word);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    if (countBits(letters ^ lettersOf(candidate)) > 2 * (least - 1)) continue;
    const far = distance(lower, candidate.toLowerCase(), least);
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

/** Which letters a word has, a bit for each; others share bits. An edit changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  // small and great letters differ in the sixth bit, which is left out
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Three rows, used again for each pair of words, as thousands of names are tried for one word. */
let beforeLast = new Int32Array(64);
let last = new Int32Array(64);
let row = new Int32Array(64);

/**
 * Optimal string alignment distance; given up as infinite once it cannot be less than `limit`.
 * Of each row only the cells nearer to the diagonal than `limit` are looked at, as any other costs as much at least.
 */
function distance(a: string, b: string, limit: number): number {
  const width = b.length;
  // small letters may be longer than the great ones were
  if (Math.abs(a.length - width) >= limit) return Number.POSITIVE_INFINITY;
  if (row.length <= width) {
    beforeLast = new Int32Array(2 * width);
    last = new Int32Array(2 * width);
    row = new Int32Array(2 * width);
  }
  for (let j = 0; j <= width; j++) last[j] = j;
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(width, i + limit);
    const letter = a.charCodeAt(i - 1);
    const letterBefore = i > 1 ? a.charCodeAt(i - 2) : Number.NaN;
    row[from - 1] = from === 1 ? i : limit;
    let leastOfRow = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = last[j - 1]! + (letter === other ? 0 : 1);
      if (last[j]! < cost) cost = last[j]! + 1;
      if (row[j - 1]! < cost) cost = row[j - 1]! + 1;
      if (j > 1 && letterBefore === other && letter === b.charCodeAt(j - 2))
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      if (cost < leastOfRow) leastOfRow = cost;
    }
    if (to < width) row[to + 1] = limit;
    // what follows builds on these two rows, and only grows
    if (leastOfRow >= limit && leastOfLast >= limit) return Number.POSITIVE_INFINITY;
    leastOfLast = leastOfRow;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[width]!;
}
