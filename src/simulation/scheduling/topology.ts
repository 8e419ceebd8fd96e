import type { NodeSpec } from './pod.ts';

/** The places that a label of nodes tells apart: each node's, as a number, or -1 where it has no such label. */
export class Topology {
  readonly of: number[] = [];
  readonly #names = new Map<string, number>();

  constructor(readonly key: string) {}

  get size(): number {
    return this.#names.size;
  }

  add(node: NodeSpec): void {
    const name = node.labels.get(this.key);
    if (name === undefined) {
      this.of.push(-1);
      return;
    }
    let place = this.#names.get(name);
    if (place === undefined) {
      place = this.#names.size;
      this.#names.set(name, place);
    }
    this.of.push(place);
  }

  drop(): void {
    this.of.pop();
  }
}

/** How many pods of a kind stand in each place. */
export class Counter {
  readonly counts: number[] = [];
  total = 0;

  constructor(
    readonly topology: Topology,
    /** nodes on which pods count; all where absent */
    readonly countsOn?: (node: number) => boolean,
  ) {}

  at(node: number): number {
    const place = this.topology.of[node]!;
    return place < 0 ? 0 : (this.counts[place] ?? 0);
  }

  move(node: number, by: 1 | -1): void {
    const place = this.topology.of[node]!;
    if (place < 0 || (this.countsOn && !this.countsOn(node))) return;
    this.counts[place] = (this.counts[place] ?? 0) + by;
    this.total += by;
  }
}
