import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Problems } from './document.ts';
import { keyText, type YamlSchema } from './plain-scalar.ts';

/** From this size on a map under construction is searched by an index. */
const indexedFrom = 16;

/** Gathers the entries of one map: the last of several equal keys wins, and merged keys give way. */
export class MapBuilder {
  private readonly keys: string[] = [];
  private readonly nodes: Node[] = [];
  private index: Map<string, number> | undefined;
  private merged: Set<string> | undefined;

  constructor(
    private readonly problems: Problems,
    private readonly schema: YamlSchema,
  ) {}

  /** Adds an entry as it is written. @param mayMerge whether the key means merging where it is `<<` */
  addEntry(key: Node, mayMerge: boolean, value: Node): void {
    const { content } = key;
    if (content === '<<' && mayMerge) this.merge(value);
    else if (content !== null && typeof content === 'object')
      this.problems.add(
        'invalid',
        'a list or map cannot be a key: this entry is left out',
        key.start,
        key.end,
      );
    else this.add(keyText(content), value, key.start);
  }

  finish(): Mapping {
    return new Mapping(this.keys, this.nodes);
  }

  private add(key: string, node: Node, start: number): void {
    const at = this.find(key);
    if (at < 0) {
      this.push(key, node);
      return;
    }
    this.nodes[at] = node;
    if (!this.merged?.delete(key)) this.problems.addDuplicateKey(key, start);
  }

  /** Takes over the entries of a map or of several, the first of which wins. */
  private merge(value: Node): void {
    const { content, start, end } = value;
    const sources = Array.isArray(content) ? (content as readonly Node[]) : [value];
    const maps = sources.map((source) => source.content).filter((each) => each instanceof Mapping);
    if (maps.length < sources.length)
      this.problems.add('invalid', 'only maps can be merged by <<: the rest is left out', start, end);
    if (this.schema === 'kubernetes') maps.reverse();
    for (const map of maps) {
      this.problems.expand(map.keys.length, start);
      this.mergeMap(map);
    }
  }

  /**
   * A key written in this map wins over a merged one; in the `kubernetes` schema only when it is written after the
   * `<<`, as kubectl does.
   */
  private mergeMap(from: Mapping): void {
    this.merged ??= new Set();
    for (let at = 0; at < from.keys.length; at++) {
      const key = from.keys[at]!;
      const node = from.nodes[at]!;
      const here = this.find(key);
      if (here < 0) this.push(key, node);
      else if (this.schema === 'kubernetes') this.nodes[here] = node;
      else continue;
      this.merged.add(key);
    }
  }

  private push(key: string, node: Node): void {
    this.index?.set(key, this.keys.length);
    this.keys.push(key);
    this.nodes.push(node);
  }

  private find(key: string): number {
    const { keys } = this;
    if (keys.length < indexedFrom) return keys.indexOf(key);
    this.index ??= new Map(keys.map((name, at) => [name, at]));
    return this.index.get(key) ?? -1;
  }
}
