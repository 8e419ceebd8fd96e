import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { NamespaceIndex } from './namespace-index.ts';
import { sceneOf } from './scene.ts';

/** The namespace that an object states; `undefined` where it takes the one it is applied with. */
export function namespaceOf(resource: Resource): string | undefined {
  const content = resource.body.peek('metadata', 'namespace')?.content;
  return typeof content === 'string' && content !== '' ? content : undefined;
}

/**
 * The same for those that look from outside of its unit. A chart is rendered as a release in `default`, and may be installed in
 * any namespace: what it puts there is known only beside the other objects of the release.
 */
export function openNamespaceOf(resource: Resource): string | undefined {
  const namespace = namespaceOf(resource);
  return isOfRelease(resource, namespace) ? undefined : namespace;
}

function isOfRelease({ unit }: Resource, namespace: string | undefined): boolean {
  return unit.kind === 'helm' && namespace === 'default';
}

/** Whether two objects may stand in one namespace: one that states none may stand in any. */
export function mayShareNamespace(a: Resource, b: Resource): boolean {
  return mayStandIn(b, namespaceOf(a), a);
}

/** Whether an object may stand in a namespace that another one names or stands in. */
function mayStandIn(resource: Resource, namespace: string | undefined, from: Resource): boolean {
  const own = namespaceOf(resource);
  if (namespace === undefined || own === undefined || own === namespace) return true;
  return resource.unit !== from.unit && (isOfRelease(resource, own) || isOfRelease(from, namespace));
}

/**
 * Whether two objects may meet in a cluster: the same unit, or units that are not of different environments.
 * Two renderings of one chart or base never meet, nor do plain manifests of an example and of what is deployed.
 */
export function mayMeet(a: Resource, b: Resource): boolean {
  if (a.unit === b.unit && a.unit.kind !== 'manifests') return true;
  if (
    a.unit.kind === 'manifests' &&
    b.unit.kind === 'manifests' &&
    sceneOf(a.body.file) !== sceneOf(b.body.file)
  )
    return false;
  if (a.unit === b.unit) return true;
  if (a.unit.kind !== 'manifests' && a.unit.kind === b.unit.kind && a.unit.path === b.unit.path) return false;
  return !a.unit.environment || !b.unit.environment || a.unit.environment === b.unit.environment;
}

/** Of several that would do, those nearest to `from`: the same file, else folder, else unit, else anywhere. */
export function nearest(from: Resource, candidates: readonly Resource[]): readonly Resource[] {
  if (candidates.length < 2) return candidates;
  const file = from.body.file.path;
  const folder = folderOf(file);
  const tiers: ((other: Resource) => boolean)[] = [
    (other) => other.unit === from.unit && other.body.file.path === file,
    (other) => other.unit === from.unit && folderOf(other.body.file.path) === folder,
    (other) => other.unit === from.unit,
  ];
  for (const tier of tiers) {
    const near = candidates.filter(tier);
    if (near.length > 0) return near;
  }
  return candidates;
}

/** The objects that a name means, seen from another object. Cluster-wide kinds pass `anyNamespace`; `namespace` overrides that of `from`. */
export function resolveName(
  graph: Graph,
  from: Resource,
  type: string,
  name: string,
  scope: { readonly namespace?: string | undefined; readonly anyNamespace?: boolean } = {},
): readonly Resource[] {
  const index = byName(graph);
  const key = `${type}/${name}`;
  const namespace = scope.anyNamespace ? undefined : (scope.namespace ?? namespaceOf(from));
  const named = index.near(key, isOfRelease(from, namespace) ? undefined : namespace);
  return nearest(
    from,
    named.filter((other) => mayMeet(from, other) && mayStandIn(other, namespace, from)),
  );
}

function byName(graph: Graph): NamespaceIndex {
  return graph.derive(byName, () => {
    const index = new NamespaceIndex();
    for (const resource of graph.resources)
      if (resource.source === 'kubernetes')
        index.add(`${resource.type}/${resource.name}`, openNamespaceOf(resource), resource);
    return index;
  });
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A string map such as labels as pairs; unknown or odd values are left out. */
export function pairsOf(node: Node | undefined): readonly (readonly [string, string])[] {
  const content = node?.content;
  if (!(content instanceof Mapping)) return [];
  return content.keys.flatMap((key, at) => {
    const value = content.nodes[at]!.content;
    return value === null || typeof value === 'object' ? [] : [[key, String(value)] as const];
  });
}
