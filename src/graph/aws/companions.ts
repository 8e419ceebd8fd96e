import type { Resource } from '../../model/resource.ts';
import { Undecided, Unknown } from '../../model/unknown.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';

/**
 * Resources of a type that set a part of another one, as `aws_s3_bucket_versioning` does for a bucket: they name it in one
 * attribute, by reference or by its name. They may stand in another module of the same root.
 * @param by the attribute that names it: `bucket`, `queue_url`, `vpc_id`
 * @throws Undecided where there is none, and one may still be there: its target cannot be told, or a module that is not in the
 * repository is given the resource
 */
export function companionsOf(
  graph: Graph,
  resource: Resource,
  type: string,
  by: string,
): readonly Resource[] {
  const { of, homeless } = indexOf(graph, type, by);
  const found = of.get(resource) ?? [];
  const certain = found.filter((one) => !mayBeAbsent(one) || mayBeAbsent(resource));
  if (certain.length > 0) return certain;
  const doubt = found[0]
    ? `whether ${found[0].address} is there cannot be told`
    : (homeless.get(resource.unit.id) ?? handedAway(graph, resource));
  if (doubt) throw new Undecided(resource.body, doubt);
  return [];
}

/** The same where only what is certainly there matters: no doubt is raised. */
export function certainCompanionsOf(
  graph: Graph,
  resource: Resource,
  type: string,
  by: string,
): readonly Resource[] {
  return indexOf(graph, type, by).of.get(resource) ?? [];
}

interface Index {
  readonly of: ReadonlyMap<Resource, readonly Resource[]>;
  /** by unit: why a companion may belong to any resource */
  readonly homeless: ReadonlyMap<string, string>;
}

function indexOf(graph: Graph, type: string, by: string): Index {
  const indexes = graph.derive(indexOf, () => new Map<string, Index>());
  const key = `${type}.${by}`;
  let index = indexes.get(key);
  if (!index) {
    index = makeIndex(graph, type, by);
    indexes.set(key, index);
  }
  return index;
}

function makeIndex(graph: Graph, type: string, by: string): Index {
  const of = new Map<Resource, Resource[]>();
  const homeless = new Map<string, string>();
  for (const companion of graph.ofType(type)) {
    const at = companion.body.peek(by);
    if (!at) continue;
    const targets = graph
      .from(companion)
      .flatMap((relation) =>
        relation.at === at && asTerraform(relation.to)?.isManaged ? [relation.to] : [],
      );
    const { content } = at;
    const named =
      targets.length > 0 || typeof content !== 'string'
        ? targets
        : (namesakes(graph).get(nameKey(companion, content)) ?? []);
    for (const target of named) push(of, target, companion);
    if (named.length === 0 && content instanceof Unknown)
      homeless.set(
        companion.unit.id,
        `${companion.address} names its ${by} in a way that cannot be told (${content.reason})`,
      );
  }
  return { of, homeless };
}

/** Attributes that hold the name by which another resource may speak of one, instead of a reference. */
const names: Readonly<Record<string, string>> = {
  aws_s3_bucket: 'bucket',
  aws_ecr_repository: 'name',
  aws_dynamodb_table: 'name',
};

/** Resources by unit and name. */
function namesakes(graph: Graph): ReadonlyMap<string, readonly Resource[]> {
  return graph.derive(namesakes, () => {
    const found = new Map<string, Resource[]>();
    for (const [type, attribute] of Object.entries(names))
      for (const resource of graph.ofType(type)) {
        const name = resource.body.peek(attribute)?.content;
        if (typeof name === 'string') push(found, nameKey(resource, name), resource);
      }
    return found;
  });
}

function nameKey({ unit }: Resource, name: string): string {
  return `${unit.id}\0${name}`;
}

/** Whether `count` or `for_each` decides on it in a way that cannot be told. */
function mayBeAbsent(resource: Resource): boolean {
  return resource.address.includes('[?]');
}

/** The module whose content is not known, and which is given the resource. */
function handedAway(graph: Graph, resource: Resource): string | undefined {
  for (const { from } of graph.to(resource)) {
    if (from.type !== 'module') continue;
    const missing = asTerraform(from)?.instance.children(from.name)?.missing;
    if (missing) return missing;
  }
  return undefined;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
