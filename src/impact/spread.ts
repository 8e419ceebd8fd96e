import { type Change, rank, seedRank } from './effect.ts';
import { type Flow, passed } from './flow.ts';

/** Along which ways failure goes, as numbers: the arcs that leave node n are those from `start[n]` to `start[n + 1]`. */
export interface Arcs {
  readonly size: number;
  readonly start: Int32Array;
  /** for each arc: who fails, who is hit, by which flow, and among which group of arcs (-1 for none) */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly flow: Uint8Array;
  readonly group: Int32Array;
  readonly groupSize: Int32Array;
  readonly flows: readonly Flow[];
}

/** What became of every node that something became of. */
export interface Spread {
  /** nodes that are hit, without those that it starts from; the worst first, and the nearest of them */
  readonly reached: readonly number[];
  rankOf(node: number): number;
  distanceOf(node: number): number;
  /** whether it hangs on a hint only */
  isLikely(node: number): boolean;
  /** the arc that it was hit through, -1 for those that it starts from */
  arcTo(node: number): number;
  /** the node that the arc leaves */
  before(node: number): number;
}

/**
 * Spreads a change from its nodes: each node gets the worst that any way brings to it, by the shortest of such ways.
 * As nothing gets worse on its way, what is worst is final first; each arc is looked at once.
 */
export function spread(arcs: Arcs, seeds: readonly number[], change: Change): Spread {
  const { start, source, target, flow, group, groupSize } = arcs;
  const ranks = new Uint8Array(arcs.size);
  const distances = new Int32Array(arcs.size);
  const likely = new Uint8Array(arcs.size);
  const through = new Int32Array(arcs.size).fill(-1);
  const isSeed = new Uint8Array(arcs.size);
  const failed = new Int32Array(groupSize.length);
  const reached: number[] = [];
  // arcs that wait to be gone, by how bad and how sure what they bring is, and then by distance
  const waiting: number[][][] = Array.from({ length: 2 * (rank.goes + 1) }, () => []);
  const leave = (node: number) => {
    const suffers = ranks[node]!;
    const isItself = isSeed[node] === 1 || suffers === rank.goes;
    const fails = suffers >= rank.fails || (change === 'modify' && suffers === rank.notices);
    const next = distances[node]! + 1;
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const along = arcs.flows[flow[arc]!]!;
      const among = group[arc]!;
      if (among >= 0 && fails) failed[among]!++;
      if (ranks[target[arc]!] !== 0) continue;
      const all = among < 0 || failed[among] === groupSize[among];
      const arrives = passed(isItself ? along[change] : along.carried, suffers, all);
      if (arrives === rank.none) continue;
      const row = waiting[2 * arrives + (likely[node] === 0 && !along.likely ? 1 : 0)]!;
      const there = row[next];
      if (there) there.push(arc);
      else row[next] = [arc];
    }
  };
  for (const node of seeds) {
    isSeed[node] = 1;
    ranks[node] = seedRank(change);
  }
  for (const node of seeds) leave(node);
  for (let level = waiting.length - 1; level > 1; level--) {
    const row = waiting[level]!;
    for (let distance = 1; distance < row.length; distance++)
      for (const arc of row[distance] ?? []) {
        const node = target[arc]!;
        if (ranks[node] !== 0) continue;
        ranks[node] = level >> 1;
        distances[node] = distance;
        likely[node] = level & 1 ? 0 : 1;
        through[node] = arc;
        reached.push(node);
        leave(node);
      }
  }
  return {
    reached,
    rankOf: (node) => ranks[node]!,
    distanceOf: (node) => distances[node]!,
    isLikely: (node) => likely[node] === 1,
    arcTo: (node) => through[node]!,
    before: (node) => (through[node]! < 0 ? -1 : source[through[node]!]!),
  };
}
