import type { Resource } from '../../model/resource.ts';

interface Entry {
  /** position among all, to give answers in the order of the source */
  readonly at: number;
  readonly resource: Resource;
}

/**
 * Objects by a key and their namespace. Where every tenant has objects of the same names and labels, only those of one
 * namespace are looked at, not those of all.
 */
export class NamespaceIndex {
  private readonly all = new Map<string, Resource[]>();
  private readonly namespaced = new Map<string, Map<string | undefined, Entry[]>>();
  private count = 0;

  add(key: string, namespace: string | undefined, resource: Resource): void {
    append(this.all, key, resource);
    let byNamespace = this.namespaced.get(key);
    if (!byNamespace) {
      byNamespace = new Map();
      this.namespaced.set(key, byNamespace);
    }
    append(byNamespace, namespace, { at: this.count++, resource });
  }

  /** All objects of a key. */
  of(key: string): readonly Resource[] {
    return this.all.get(key) ?? [];
  }

  /** Those that may stand in a namespace, as they state it or state none; all where it is not stated. */
  near(key: string, namespace: string | undefined): readonly Resource[] {
    if (namespace === undefined) return this.of(key);
    const byNamespace = this.namespaced.get(key);
    const stated = byNamespace?.get(namespace) ?? [];
    const open = byNamespace?.get(undefined) ?? [];
    const both = stated.length > 0 && open.length > 0;
    const entries = both ? [...stated, ...open].sort((a, b) => a.at - b.at) : [...stated, ...open];
    return entries.map(({ resource }) => resource);
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
