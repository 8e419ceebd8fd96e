import { type Change, rank, seedRank } from './effect.ts';
import { type Flow, passed } from './flow.ts';

/** Along which ways failure goes, as numbers: the arcs that leave node n are those from `start[n]` to `start[n + 1]`. */
export interface Arcs {
  readonly size: number;
  readonly start: Int32Array;
  /** for each arc: who is hit, by which flow, and among which group of arcs (-1 for none) */
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

interface Hit {
  readonly node: number;
  readonly arc: number;
  readonly before: number;
}

/**
 * Spreads a change from its nodes: each node gets the worst that any way brings to it, by the shortest of such ways.
 * As nothing gets worse on its way, what is worst is final first; each arc is looked at once.
 */
export function spread(arcs: Arcs, seeds: readonly number[], change: Change): Spread {
  const ranks = new Uint8Array(arcs.size);
  const distances = new Int32Array(arcs.size);
  const likely = new Uint8Array(arcs.size);
  const through = new Int32Array(arcs.size).fill(-1);
  const befores = new Int32Array(arcs.size).fill(-1);
  const isSeed = new Uint8Array(arcs.size);
  const failed = new Int32Array(arcs.groupSize.length);
  const reached: number[] = [];
  // what waits, by how bad and how sure it is, and then by distance
  const waiting: Hit[][][] = Array.from({ length: 2 * (rank.goes + 1) }, () => []);
  const put = (level: number, distance: number, hit: Hit) => {
    const row = waiting[level]!;
    const at = row[distance];
    if (at) at.push(hit);
    else row[distance] = [hit];
  };
  for (const node of seeds) {
    isSeed[node] = 1;
    put(2 * seedRank(change) + 1, 0, { node, arc: -1, before: -1 });
  }
  const leave = (node: number, distance: number) => {
    const suffers = ranks[node]!;
    const isItself = isSeed[node] === 1 || suffers === rank.goes;
    for (let arc = arcs.start[node]!; arc < arcs.start[node + 1]!; arc++) {
      const flow = arcs.flows[arcs.flow[arc]!]!;
      const group = arcs.group[arc]!;
      const fails = suffers >= rank.fails || (change === 'modify' && suffers === rank.notices);
      if (group >= 0 && fails) failed[group]!++;
      const target = arcs.target[arc]!;
      if (ranks[target] !== 0) continue;
      const arrives = passed(
        isItself ? flow[change] : flow.carried,
        suffers,
        group < 0 || failed[group] === arcs.groupSize[group],
      );
      if (arrives === rank.none) continue;
      const isSure = likely[node] === 0 && !flow.likely;
      put(2 * arrives + (isSure ? 1 : 0), distance + 1, { node: target, arc, before: node });
    }
  };
  for (let level = waiting.length - 1; level > 1; level--) {
    const row = waiting[level]!;
    for (let distance = 0; distance < row.length; distance++)
      for (const { node, arc, before } of row[distance] ?? []) {
        if (ranks[node] !== 0) continue;
        ranks[node] = level >> 1;
        distances[node] = distance;
        likely[node] = level & 1 ? 0 : 1;
        through[node] = arc;
        befores[node] = before;
        if (arc >= 0) reached.push(node);
        leave(node, distance);
      }
  }
  return {
    reached,
    rankOf: (node) => ranks[node]!,
    distanceOf: (node) => distances[node]!,
    isLikely: (node) => likely[node] === 1,
    arcTo: (node) => through[node]!,
    before: (node) => befores[node]!,
  };
}
