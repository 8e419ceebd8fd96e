import type { Relation, RelationKind } from '../model/relation.ts';
import type { Resource, Unit } from '../model/resource.ts';
import type { Selector } from './selector.ts';

/** All resources of a repository and their relations. Frozen once built; everything derived is computed once, at first use. */
export class Graph {
  readonly #byType = new Map<string, Resource[]>();
  readonly #byAddress = new Map<string, Resource[]>();
  readonly #derived = new Map<unknown, unknown>();
  #relations: Adjacency | undefined;

  constructor(
    readonly units: readonly Unit[],
    readonly resources: readonly Resource[],
    private readonly link: (graph: Graph) => readonly Relation[] = () => [],
    /** every file of the repository, also those that hold no infrastructure */
    readonly paths: readonly string[] = [],
  ) {
    for (const resource of resources) {
      push(this.#byType, resource.type, resource);
      push(this.#byAddress, resource.address, resource);
    }
  }

  /** Resources of one type, as {@link Resource.type} writes it. */
  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  get types(): Iterable<string> {
    return this.#byType.keys();
  }

  /** Resources of one address: one for each unit that holds it. */
  at(address: string): readonly Resource[] {
    return this.#byAddress.get(address) ?? [];
  }

  get relations(): readonly Relation[] {
    return this.#adjacency.all;
  }

  /** Relations that start at a resource. */
  from(resource: Resource, kind?: RelationKind): readonly Relation[] {
    return ofKind(this.#adjacency.from.get(resource), kind);
  }

  /** Relations that end at a resource. */
  to(resource: Resource, kind?: RelationKind): readonly Relation[] {
    return ofKind(this.#adjacency.to.get(resource), kind);
  }

  /** What a selector finds; asked once for each graph. */
  select<S>(selector: Selector<S>): readonly S[] {
    return this.derive(selector, () => selector.find(this));
  }

  /** A value derived from the graph, computed at first use and kept under its key (an object or symbol that a module owns). */
  derive<T>(key: unknown, compute: (graph: Graph) => T): T {
    if (!this.#derived.has(key)) this.#derived.set(key, compute(this));
    return this.#derived.get(key) as T;
  }

  get #adjacency(): Adjacency {
    if (!this.#relations) {
      const all = this.link(this);
      const from = new Map<Resource, Relation[]>();
      const to = new Map<Resource, Relation[]>();
      for (const relation of all) {
        push(from, relation.from, relation);
        push(to, relation.to, relation);
      }
      this.#relations = { all, from, to };
    }
    return this.#relations;
  }
}

interface Adjacency {
  readonly all: readonly Relation[];
  readonly from: ReadonlyMap<Resource, readonly Relation[]>;
  readonly to: ReadonlyMap<Resource, readonly Relation[]>;
}

function ofKind(relations: readonly Relation[] = [], kind?: RelationKind): readonly Relation[] {
  return kind ? relations.filter((relation) => relation.kind === kind) : relations;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
