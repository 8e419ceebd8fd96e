import type { Graph } from '../../graph/graph.ts';
import { servingTypes } from '../../graph/kubernetes/pods.ts';
import { sceneOf } from '../../graph/kubernetes/scene.ts';
import { isTestInput, isTestRelease } from '../../graph/test-inputs.ts';
import type { Resource } from '../../model/resource.ts';
import { managedTypes } from './managed.ts';
import { poolReaders } from './pool-readers.ts';

/** What stands and falls together: an environment, or a cluster with its workloads. */
export interface World {
  readonly name: string;
  readonly resources: readonly Resource[];
  /** what had to be chosen where the repository says several things */
  readonly choices: readonly { readonly about: string; readonly assumed: string; readonly because: string }[];
}

const servers = new Set<string>([...servingTypes, 'DaemonSet', 'Pod']);
const pooled = new Set(Object.keys(poolReaders));
const managed = new Set(managedTypes);

/** The worlds of a repository: one for each environment that it names, otherwise one for each cluster, otherwise one. */
export function worldsOf(graph: Graph): readonly World[] {
  const all = graph.resources.filter((one) => isDeployed(graph, one));
  const telling = all.filter(
    ({ type }) => servers.has(type) || (pooled.has(type) && type !== 'module') || managed.has(type),
  );
  const environments = [...new Set(telling.flatMap(({ unit }) => unit.environment ?? []))].sort();
  if (environments.length > 0)
    return environments
      .map((name) =>
        worldFrom(
          name,
          all.filter(({ unit }) => unit.environment === undefined || unit.environment === name),
        ),
      )
      .filter(isAlive);
  const roots = [
    ...new Set(
      telling.filter(({ type }) => pooled.has(type) || /_cluster$/.test(type)).map(({ unit }) => unit),
    ),
  ].filter(({ kind }) => kind === 'terraform');
  if (roots.length < 2) return [worldFrom('', all)].filter(isAlive);
  const folders = roots.map(({ path }) => path).sort((a, b) => b.length - a.length);
  const homeOf = ({ body, unit }: Resource) => {
    const path = unit.kind === 'manifests' ? body.file.path : unit.path;
    return folders.find((folder) => path === folder || path.startsWith(`${folder}/`)) ?? '';
  };
  const byHome = new Map<string, Resource[]>();
  for (const one of all) {
    const home = homeOf(one);
    const list = byHome.get(home);
    if (list) list.push(one);
    else byHome.set(home, [one]);
  }
  return [...byHome].map(([home, resources]) => worldFrom(home, resources)).filter(isAlive);
}

function isAlive({ resources }: World): boolean {
  return resources.some(({ type }) => servers.has(type) || managed.has(type));
}

/** Inputs of tests are no platform, nor are examples beside something that is deployed. */
function isDeployed(graph: Graph, resource: Resource): boolean {
  const { unit, body } = resource;
  if (isTestInput(body.file.path) || isTestRelease(unit)) return false;
  return unit.kind !== 'manifests' || sceneOf(body.file) === '' || !hasStage(graph);
}

/** Whether any workload stands outside of examples, tests and documents. */
function hasStage(graph: Graph): boolean {
  return graph.derive(hasStage, () =>
    servingTypes.some((type) =>
      graph
        .ofType(type)
        .some(
          ({ unit, body }) =>
            !isTestInput(body.file.path) && (unit.kind !== 'manifests' || sceneOf(body.file) === ''),
        ),
    ),
  );
}

/** Of several objects of one address, those of a unit that belongs to the environment come first, then the first one. */
function worldFrom(name: string, resources: readonly Resource[]): World {
  const kept = new Map<string, Resource>();
  const others = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key =
      resource.source === 'kubernetes' ? resource.address : `${resource.unit.id} ${resource.address}`;
    const known = kept.get(key);
    if (!known || (known.unit.environment === undefined && resource.unit.environment !== undefined))
      kept.set(key, resource);
    if (known && servers.has(resource.type))
      others.set(key, [...(others.get(key) ?? []), known === kept.get(key) ? resource : known]);
  }
  const choices = [...others].map(([key, list]) => ({
    about: key,
    assumed: `as in ${kept.get(key)!.body.file.path}`,
    because: `it is declared ${list.length + 1} times`,
  }));
  return { name, resources: [...kept.values()], choices };
}
