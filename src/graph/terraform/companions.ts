import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided, Unknown } from '../../model/unknown.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';

/**
 * Resources of a type that set a part of another one, as `aws_s3_bucket_versioning` does for a bucket: they name it in one
 * attribute, by reference or by its name. They may stand in another module of the same root.
 * @param by the attribute that names it: `bucket`, `queue_url`, `vpc_id`
 * @throws Undecided where there is none, and one may still be there: its target cannot be told, a root of its own looks the
 * resource up, or a module that is not in the repository is given it
 */
export function companionsOf(
  graph: Graph,
  resource: Resource,
  type: string,
  by: string,
): readonly Resource[] {
  const { of, homeless, abroad } = indexOf(graph, type, by);
  const found = of.get(resource) ?? [];
  const certain = found.filter((one) => !mayBeAbsent(one) || mayBeAbsent(resource));
  if (certain.length > 0) return certain;
  const doubt = found[0]
    ? `whether ${found[0].address} is there cannot be told`
    : (homeless.get(resource.unit.id) ?? abroadOf(abroad, resource) ?? handedAway(graph, resource));
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
  /** companions whose target another root manages: they look it up, or write its id */
  readonly abroad: readonly Resource[];
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
  const abroad: Resource[] = [];
  for (const companion of graph.ofType(type)) {
    const at = companion.body.peek(by);
    if (!at) continue;
    const named = graph.from(companion).filter((relation) => relation.at === at);
    const referred = named.flatMap(({ to }) => (asTerraform(to)?.isManaged ? [to] : []));
    const { content } = at;
    const targets = referred.length > 0 ? referred : namesakesOf(graph, companion, at);
    for (const target of targets) push(of, target, companion);
    if (targets.length > 0) continue;
    if (named.some(({ to }) => to.type.startsWith('data.')) || isId(content)) abroad.push(companion);
    else if (content instanceof Unknown && !/^\S+ is not declared in its module$/.test(content.reason))
      homeless.set(
        companion.unit.id,
        `${companion.address} names its ${by} in a way that cannot be told (${content.reason})`,
      );
  }
  return { of, homeless, abroad };
}

/** An id that AWS or Azure gave, as `vpc-0a1b2c3d`: it does not tell which resource it is of. */
function isId(content: unknown): boolean {
  return typeof content === 'string' && /^[a-z]+-[0-9a-f]{8,}$|^\/subscriptions\//.test(content);
}

function abroadOf(abroad: readonly Resource[], { unit }: Resource): string | undefined {
  const other = abroad.find((companion) => companion.unit !== unit);
  return other && `${other.address} of ${other.unit.id} may be for it`;
}

/** Attributes that hold the name by which another resource may speak of one, instead of a reference. */
const names: Readonly<Record<string, string>> = {
  aws_s3_bucket: 'bucket',
  aws_ecr_repository: 'name',
  aws_dynamodb_table: 'name',
  azurerm_storage_account: 'name',
};

function namesakesOf(graph: Graph, companion: Resource, name: Node): readonly Resource[] {
  const key = nameKey(companion, name);
  return key === undefined ? [] : (namesakes(graph).get(key) ?? []);
}

/** Resources by what they are called, and where. */
function namesakes(graph: Graph): ReadonlyMap<string, readonly Resource[]> {
  return graph.derive(namesakes, () => {
    const found = new Map<string, Resource[]>();
    for (const [type, attribute] of Object.entries(names))
      for (const resource of graph.ofType(type)) {
        const key = nameKey(resource, resource.body.peek(attribute));
        if (key !== undefined) push(found, key, resource);
      }
    return found;
  });
}

/**
 * A name in its root; one that cannot be told is the same where the same module writes the same words for it, unless they
 * stand for something else at each place or time.
 */
function nameKey(resource: Resource, name: Node | undefined): string | undefined {
  const content = name?.content;
  if (typeof content === 'string') return `${resource.unit.id}\0${content}`;
  if (!name || !(content instanceof Unknown)) return undefined;
  const words = name.file.text.slice(name.start, name.end);
  const module = asTerraform(resource)?.instance.address;
  if (module === undefined || /\b(each|count|self)\.|\b(uuid|timestamp|bcrypt)\(/.test(words))
    return undefined;
  return `${resource.unit.id}\0${module}\0${words}`;
}

/** Whether `count` or `for_each` decides on it in a way that cannot be told. */
function mayBeAbsent(resource: Resource): boolean {
  return resource.address.includes('[?]');
}

/** The module whose content is not known, and which is given the resource; looked for once, as a VPC is given to thousands. */
function handedAway(graph: Graph, resource: Resource): string | undefined {
  const known = graph.derive(handedAway, () => new Map<Resource, string | undefined>());
  if (!known.has(resource)) {
    const missing = graph
      .to(resource)
      .map(({ from }) => (from.type === 'module' ? asTerraform(from) : undefined))
      .map((call) => call?.instance.children(call.name)?.missing);
    known.set(
      resource,
      missing.find((reason) => reason !== undefined),
    );
  }
  return known.get(resource);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
