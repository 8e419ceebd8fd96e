import { type FlowName, flows, isShared } from './flow.ts';
import type { Arcs } from './spread.ts';

const names = Object.keys(flows) as FlowName[];
const numbers = new Map(names.map((name, at) => [name, at]));
const shared = names.map((name) => isShared(flows[name]));

/** Arcs as they are found, each once, and then in the order that {@link spread} walks them in. */
export class ArcList {
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
    const source = new Int32Array(count);
    const target = new Int32Array(count);
    const flow = new Uint8Array(count);
    const group = new Int32Array(count);
    const behind = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const place = next[this.#source[at]!]!++;
      source[place] = this.#source[at]!;
      target[place] = this.#target[at]!;
      flow[place] = this.#flow[at]!;
      group[place] = this.#group[at]!;
      behind[place] = this.#behind[at]!;
    }
    const arcs = {
      size,
      start,
      source,
      target,
      flow,
      group,
      groupSize: Int32Array.from(this.#groupSize),
      flows: names.map((name) => flows[name]),
    };
    return { arcs, behind };
  }
}
