import { Mapping } from '../../model/mapping.ts';
import type { Node, Scalar } from '../../model/node.ts';
import { maxDepth, type Problems, Unreadable } from './document.ts';
import type { YamlSchema } from './plain-scalar.ts';

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

  /** Adds an entry. @param start where its key is, for the problem when there is such a key already */
  add(key: string, node: Node, start: number): void {
    const at = this.find(key);
    if (at < 0) {
      this.push(key, node);
      return;
    }
    this.nodes[at] = node;
    if (this.merged?.delete(key)) return;
    duplicateKey(this.problems, key, start);
  }

  /**
   * Takes over the entries of another map (`<<`). A key written in this map wins; in the `kubernetes` schema only
   * when it is written after the `<<`, as kubectl does.
   */
  merge(from: Mapping): void {
    for (let at = 0; at < from.keys.length; at++) {
      const key = from.keys[at]!;
      const here = this.find(key);
      if (here < 0) this.push(key, from.nodes[at]!);
      else if (this.schema === 'kubernetes') this.nodes[here] = from.nodes[at]!;
      else continue;
      this.merged ??= new Set();
      this.merged.add(key);
    }
  }

  finish(): Mapping {
    return new Mapping(this.keys, this.nodes);
  }

  private push(key: string, node: Node): void {
    this.index?.set(key, this.keys.length);
    this.keys.push(key);
    this.nodes.push(node);
  }

  private find(key: string): number {
    const { keys } = this;
    if (keys.length < indexedFrom) {
      for (let at = 0; at < keys.length; at++) if (keys[at] === key) return at;
      return -1;
    }
    this.index ??= new Map(keys.map((name, at) => [name, at]));
    return this.index.get(key) ?? -1;
  }
}

/** The text of a scalar in the place of a key: JSON has no others. Source: sigs.k8s.io/yaml, convertToJSONableObject. */
export function keyText(scalar: Scalar): string {
  return typeof scalar === 'string' ? scalar : String(scalar);
}

export function duplicateKey(problems: Problems, key: string, start: number): void {
  problems.add(
    'invalid',
    `the key "${key}" is there twice and only the last one counts: remove one of them`,
    start,
    start + key.length,
  );
}

export function tooDeep(at: number): Unreadable {
  return new Unreadable(
    `more than ${maxDepth} collections inside one another: this is not read`,
    at,
    'limit',
  );
}
