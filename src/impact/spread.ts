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
  readonly reached: Int32Array;
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
 * @param unconcerned nodes to which what it starts from does nothing itself
 */
export function spread(
  arcs: Arcs,
  seeds: readonly number[],
  change: Change,
  unconcerned: ReadonlySet<number> = none,
): Spread {
  const { start, source, target, flow, group, groupSize } = arcs;
  const { table, hints } = tableFor(arcs.flows, change);
  const desk = deskFor(arcs);
  const { place, failed } = desk;
  let count = 0;
  const groups: number[] = [];
  const put = (node: number, suffers: number, distance: number, isLikely: boolean, arc: number) => {
    desk.nodes[count] = node;
    desk.ranks[count] = suffers;
    desk.distances[count] = distance;
    desk.likely[count] = isLikely ? 1 : 0;
    desk.through[count] = arc;
    place[node] = ++count;
  };
  // arcs that wait to be gone, by how bad and how sure what they bring is, and then by distance
  const waiting: number[][][] = Array.from({ length: 2 * (rank.goes + 1) }, () => []);
  const leave = (at: number, isSeed: boolean) => {
    const node = desk.nodes[at]!;
    const suffers = desk.ranks[at]!;
    const isItself = isSeed || suffers === rank.goes;
    const fails = suffers >= rank.fails || (change === 'modify' && suffers === rank.notices);
    const next = desk.distances[at]! + 1;
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const along = flow[arc]!;
      const among = group[arc]!;
      if (among >= 0 && fails && failed[among]!++ === 0) groups.push(among);
      if (place[target[arc]!] !== 0 || (isSeed && unconcerned.has(target[arc]!))) continue;
      const all = among < 0 || failed[among] === groupSize[among];
      const arrives = table[placeIn(along, isItself, all, suffers)]!;
      if (arrives === rank.none) continue;
      const row = waiting[2 * arrives + (desk.likely[at] === 0 && hints[along] === 0 ? 1 : 0)]!;
      const there = row[next];
      if (there) there.push(arc);
      else row[next] = [arc];
    }
  };
  for (const node of seeds) if (place[node] === 0) put(node, seedRank(change), 0, false, -1);
  const seeded = count;
  for (let at = 0; at < seeded; at++) leave(at, true);
  for (let level = waiting.length - 1; level > 1; level--) {
    const row = waiting[level]!;
    for (let distance = 1; distance < row.length; distance++)
      for (const arc of row[distance] ?? []) {
        const node = target[arc]!;
        if (place[node] !== 0) continue;
        put(node, level >> 1, distance, (level & 1) === 0, arc);
        leave(count - 1, false);
      }
  }
  const nodes = desk.nodes.slice(0, count);
  const ranks = desk.ranks.slice(0, count);
  const distances = desk.distances.slice(0, count);
  const likely = desk.likely.slice(0, count);
  const through = desk.through.slice(0, count);
  for (const node of nodes) place[node] = 0;
  for (const one of groups) failed[one] = 0;
  let index: Map<number, number> | undefined;
  const at = (node: number): number => {
    if (!index) {
      index = new Map();
      for (let position = 0; position < count; position++) index.set(nodes[position]!, position);
    }
    return index.get(node) ?? -1;
  };
  return {
    reached: nodes.subarray(seeded),
    rankOf: (node) => ranks[at(node)] ?? rank.none,
    distanceOf: (node) => distances[at(node)] ?? 0,
    isLikely: (node) => likely[at(node)] === 1,
    arcTo: (node) => through[at(node)] ?? -1,
    before: (node) => {
      const arc = through[at(node)] ?? -1;
      return arc < 0 ? -1 : source[arc]!;
    },
  };
}

const none: ReadonlySet<number> = new Set();

/** What is written on while a change spreads, and clean before and after: a graph is large, and most radii are small. */
interface Desk {
  /** 1 more than the place of a node in the lists of what is found; 0 for all that is not */
  readonly place: Int32Array;
  /** how many arcs of a group have failed */
  readonly failed: Int32Array;
  /** what is found: seeds first, then what is reached in its order */
  readonly nodes: Int32Array;
  readonly ranks: Uint8Array;
  readonly distances: Int32Array;
  readonly likely: Uint8Array;
  readonly through: Int32Array;
}

const desks = new WeakMap<Arcs, Desk>();

/** One for each graph: arrays of its size made for every question would have memory collected again and again. */
function deskFor(arcs: Arcs): Desk {
  let desk = desks.get(arcs);
  if (!desk) {
    const { size } = arcs;
    desk = {
      place: new Int32Array(size),
      failed: new Int32Array(arcs.groupSize.length),
      nodes: new Int32Array(size),
      ranks: new Uint8Array(size),
      distances: new Int32Array(size),
      likely: new Uint8Array(size),
      through: new Int32Array(size),
    };
    desks.set(arcs, desk);
  }
  return desk;
}

interface Table {
  /** what arrives, at {@link placeIn} */
  readonly table: Uint8Array;
  /** for each flow, 1 where it is read from hints */
  readonly hints: Uint8Array;
}

const levels = rank.goes + 1;

function placeIn(flow: number, isItself: boolean, all: boolean, suffers: number): number {
  return ((flow * 2 + (isItself ? 1 : 0)) * 2 + (all ? 1 : 0)) * levels + suffers;
}

const tables = new WeakMap<readonly Flow[], Map<Change, Table>>();

/** What each flow carries of each effect, worked out once: the walk asks for it at every arc. */
function tableFor(flows: readonly Flow[], change: Change): Table {
  const known = tables.get(flows) ?? new Map<Change, Table>();
  tables.set(flows, known);
  let found = known.get(change);
  if (!found) {
    const table = new Uint8Array(flows.length * 4 * levels);
    flows.forEach((along, flow) => {
      for (const isItself of [true, false])
        for (const all of [true, false])
          for (let suffers = 0; suffers < levels; suffers++)
            table[placeIn(flow, isItself, all, suffers)] = passed(
              isItself ? along[change] : along.carried,
              suffers,
              all,
            );
    });
    found = { table, hints: Uint8Array.from(flows, ({ likely }) => (likely ? 1 : 0)) };
    known.set(change, found);
  }
  return found;
}
