/**
 * The candidate that a mistyped word most likely meant, or `undefined` where none is close:
 * the least edit distance (insert, delete, replace, swap neighbours), at most a third of the word's length.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  const lower = word.toLowerCase();
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = distance(lower, candidate.toLowerCase(), least);
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

/** Optimal string alignment distance, in three rows; given up as infinite once it cannot be less than `limit`. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let leastOfRow = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < leastOfRow) leastOfRow = cost;
    }
    // what follows builds on these two rows, and only grows
    if (leastOfRow >= limit && leastOfLast >= limit) return Number.POSITIVE_INFINITY;
    leastOfLast = leastOfRow;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
