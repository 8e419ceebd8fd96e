import type { Node } from './node.ts';

/** Keys and nodes in the order of the source. A small map is searched in place; a large one is indexed at first use. */
export class Mapping {
  #index: Map<string, Node> | undefined;

  constructor(
    readonly keys: readonly string[],
    readonly nodes: readonly Node[],
  ) {}

  get(key: string): Node | undefined {
    const { keys } = this;
    if (keys.length > 12) {
      this.#index ??= new Map(keys.map((name, at) => [name, this.nodes[at]!]));
      return this.#index.get(key);
    }
    for (let at = 0; at < keys.length; at++) if (keys[at] === key) return this.nodes[at];
    return undefined;
  }
}
