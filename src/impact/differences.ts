import type { Graph } from '../graph/graph.ts';
import { Mapping } from '../model/mapping.ts';
import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { Unknown } from '../model/unknown.ts';
import type { Change } from './effect.ts';
import { isReplacedBy } from './replacing.ts';

/** A resource that two states of a repository do not have alike. */
export interface Difference {
  readonly change: Exclude<Change, 'unavailable'>;
  /** of the present state; of the former one where it is destroyed */
  readonly resource: Resource;
  /** as it was */
  readonly former: Resource;
  /** the attributes that changed, as `spec.replicas`; none where it is destroyed */
  readonly paths: readonly string[];
}

/** What changed or went between two states. What is new has no impact on what was there. */
export function differencesBetween(before: Graph, now: Graph): readonly Difference[] {
  const present = new Map<string, Resource>();
  const byAddress = new Map<string, Resource[]>();
  for (const resource of now.resources) {
    if (!counts(resource)) continue;
    present.set(keyOf(resource), resource);
    const like = `${resource.type} ${stableAddress(resource)}`;
    byAddress.set(like, [...(byAddress.get(like) ?? []), resource]);
  }
  const formerKeys = new Set(before.resources.filter(counts).map(keyOf));
  return before.resources.filter(counts).flatMap((former): Difference[] => {
    // a folder that moved makes another unit of the same things
    const moved = () =>
      byAddress
        .get(`${former.type} ${stableAddress(former)}`)
        ?.find((one) => !formerKeys.has(keyOf(one)) && one.unit.environment === former.unit.environment);
    const resource = present.get(keyOf(former)) ?? moved();
    if (!resource) return [{ change: 'destroy', resource: former, former, paths: [] }];
    const paths = changedPaths(former.body, resource.body);
    if (paths.length === 0) return [];
    return [{ change: isReplacedBy(resource, paths) ? 'replace' : 'modify', resource, former, paths }];
  });
}

/** Things that are there once applied, and not what only leads to them. */
function counts({ type }: Resource): boolean {
  return !/^(data\.|variable$|output$|provider$|terraform$)/.test(type);
}

function keyOf(resource: Resource): string {
  return `${resource.unit.id} ${stableAddress(resource)}`;
}

/** Without the hash of its content that Kustomize puts behind the name of what it generates. */
function stableAddress({ type, address, unit }: Resource): string {
  if (unit.kind !== 'kustomize' || (type !== 'ConfigMap' && type !== 'Secret')) return address;
  return address.replace(/-[bcdfghkmt2456789]{10}$/, '');
}

/** Paths whose values are not alike: the shallowest that tell it apart. */
function changedPaths(before: Node, now: Node): string[] {
  const found: string[] = [];
  compare(before, now, '', found);
  return found.filter((path) => !/^metadata\.name$/.test(path));
}

function compare(before: Node | undefined, now: Node | undefined, path: string, found: string[]): void {
  const a = before?.content;
  const b = now?.content;
  if (a instanceof Mapping && b instanceof Mapping) {
    for (const key of new Set([...a.keys, ...b.keys]))
      compare(a.get(key), b.get(key), path === '' ? key : `${path}.${key}`, found);
    return;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const one = a as readonly Node[];
    const other = b as readonly Node[];
    if (one.length === other.length) {
      for (const [at, node] of one.entries()) compare(node, other[at], `${path}[${at}]`, found);
      return;
    }
    found.push(path);
    return;
  }
  if (a instanceof Unknown && b instanceof Unknown) {
    if (a.reason !== b.reason || a.references.join() !== b.references.join()) found.push(path);
    return;
  }
  if (a !== b && !(isNothing(a) && isNothing(b))) found.push(path);
}

function isNothing(content: unknown): boolean {
  return content === undefined || content === null;
}
