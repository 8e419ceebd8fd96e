import type { Graph } from '../graph/graph.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import { backUnderCircumstances } from './circumstances.ts';
import { type FlowName, flows, isShared } from './flow.ts';
import { carriesOf } from './rules/rules.ts';
import type { Arcs } from './spread.ts';

/** The ways that failure goes in a graph of resources, as arcs between their numbers. */
export interface FlowGraph {
  readonly arcs: Arcs;
  readonly resources: readonly Resource[];
  numberOf(resource: Resource): number;
  /** the relation behind an arc, and whether the arc leads from its `from` to its `to` */
  relationOf(arc: number): { readonly relation: Relation; readonly isBack: boolean };
}

const names = Object.keys(flows) as FlowName[];
const numbers = new Map(names.map((name, at) => [name, at]));
const shared = names.map((name) => isShared(flows[name]));

/** Reads from every relation of a graph what it carries; made once for each graph. */
export function flowGraph(graph: Graph): FlowGraph {
  return graph.derive(flowGraph, () => build(graph));
}

function build(graph: Graph): FlowGraph {
  const { resources, relations } = graph;
  const numbered = new Map(resources.map((resource, at) => [resource, at]));
  const carries = carriesOf();
  const found = new Found(resources.length);
  relations.forEach((relation, at) => {
    const from = numbered.get(relation.from);
    const to = numbered.get(relation.to);
    if (from === undefined || to === undefined || from === to) return;
    const { forward, back } = carries(relation);
    if (forward) found.add(to, from, forward, 2 * at, `${relation.kind} ${relation.to.type}`);
    if (back) found.add(from, to, backUnderCircumstances(graph, relation, back), 2 * at + 1, relation.kind);
  });
  const { arcs, behind } = found.sorted();
  return {
    arcs,
    resources,
    numberOf: (resource) => numbered.get(resource)!,
    relationOf: (arc) => ({ relation: relations[behind[arc]! >> 1]!, isBack: (behind[arc]! & 1) === 1 }),
  };
}

/** Arcs as they are found, each once. */
class Found {
  readonly #source: number[] = [];
  readonly #target: number[] = [];
  readonly #flow: number[] = [];
  readonly #group: number[] = [];
  readonly #behind: number[] = [];
  readonly #groups = new Map<string, number>();
  readonly #groupSize: number[] = [];
  readonly #seen = new Set<number>();

  constructor(private readonly size: number) {}

  /** @param among arcs of one flow to one target that have this in common stand in for each other */
  add(source: number, target: number, name: FlowName, behind: number, among: string): void {
    const flow = numbers.get(name)!;
    const id = (source * this.size + target) * names.length + flow;
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#source.push(source);
    this.#target.push(target);
    this.#flow.push(flow);
    this.#behind.push(behind);
    this.#group.push(shared[flow] ? this.#groupOf(`${target} ${flow} ${among}`) : -1);
  }

  #groupOf(key: string): number {
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = this.#groupSize.length;
      this.#groups.set(key, group);
      this.#groupSize.push(0);
    }
    this.#groupSize[group]!++;
    return group;
  }

  /** By the node that they leave. */
  sorted(): { readonly arcs: Arcs; readonly behind: Int32Array } {
    const { size } = this;
    const count = this.#source.length;
    const start = new Int32Array(size + 1);
    for (const source of this.#source) start[source + 1]!++;
    for (let node = 0; node < size; node++) start[node + 1]! += start[node]!;
    const next = start.slice();
    const target = new Int32Array(count);
    const flow = new Uint8Array(count);
    const group = new Int32Array(count);
    const behind = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const place = next[this.#source[at]!]!++;
      target[place] = this.#target[at]!;
      flow[place] = this.#flow[at]!;
      group[place] = this.#group[at]!;
      behind[place] = this.#behind[at]!;
    }
    const arcs = {
      size,
      start,
      target,
      flow,
      group,
      groupSize: Int32Array.from(this.#groupSize),
      flows: names.map((name) => flows[name]),
    };
    return { arcs, behind };
  }
}
