import type { Graph } from '../../graph/graph.ts';
import { namespaceOf } from '../../graph/kubernetes/names.ts';
import { servingTypes } from '../../graph/kubernetes/pods.ts';
import { isTestInput, isTestRelease } from '../../graph/test-inputs.ts';
import type { Resource } from '../../model/resource.ts';
import { isStandby } from '../../read/environment.ts';
import { functionType } from './functions.ts';
import { managedTypes } from './managed-readers.ts';
import { isEksModule, poolReaders } from './pool-readers.ts';
import { postgresClusterType } from './postgres-clusters.ts';
import { groupType } from './scaling-groups.ts';
import { ecsServiceType } from './tasks.ts';

/** What stands and falls together: an environment, or a cluster with its workloads. */
export interface World {
  readonly name: string;
  readonly resources: readonly Resource[];
  /** what had to be chosen where the repository says several things */
  readonly choices: readonly { readonly about: string; readonly assumed: string; readonly because: string }[];
}

const servers = new Set<string>([
  ...servingTypes,
  'DaemonSet',
  'Pod',
  ecsServiceType,
  groupType,
  functionType,
  postgresClusterType,
]);
const pooled = new Set(Object.keys(poolReaders));
const managed = new Set(managedTypes);

/** The worlds of a repository: one for each environment that it names, otherwise one for each cluster, otherwise one. */
export function worldsOf(graph: Graph): readonly World[] {
  const all = inUse(graph.resources.filter((one) => isDeployed(graph, one)));
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
  return byCluster(all);
}

/** Without what stands ready elsewhere: it serves nobody while the rest can fail. */
function inUse(all: readonly Resource[]): readonly Resource[] {
  const rest = all.filter(({ unit, body }) => !isStandby(`${unit.id}/`) && !isStandby(body.file.path));
  return rest.some(({ type }) => servers.has(type)) ? rest : all;
}

/** A world for each Terraform root that makes a cluster, with the manifests below its folder; one where there is only one. */
function byCluster(all: readonly Resource[]): readonly World[] {
  const makers = all.filter(({ unit, type, body }) => {
    if (unit.kind !== 'terraform') return false;
    return type === 'module' ? isEksModule(body) : pooled.has(type) || /_cluster$/.test(type);
  });
  const folders = [...new Set(makers.map(({ unit }) => unit.path))].filter((path) => !aside.test(`${path}/`));
  if (folders.length < 2)
    return [
      worldFrom(
        '',
        all.filter(({ unit }) => !aside.test(`${unit.path}/`)),
      ),
    ].filter(isAlive);
  const deepest = folders.sort((a, b) => b.length - a.length);
  const byHome = new Map<string, Resource[]>();
  for (const one of all) {
    const path = one.unit.kind === 'manifests' ? one.body.file.path : one.unit.path;
    const home = deepest.find((folder) => path === folder || path.startsWith(`${folder}/`)) ?? '';
    byHome.set(home, [...(byHome.get(home) ?? []), one]);
  }
  return [...byHome].map(([home, resources]) => worldFrom(home, resources)).filter(isAlive);
}

/** Folders of pipelines and tests: what stands there is made for them. */
const aside = /(^|\/)(\.[^/]+|tests?|e2e)\//;

function isAlive({ resources }: World): boolean {
  return resources.some(({ type }) => servers.has(type) || managed.has(type));
}

/** Inputs of tests are no platform, nor are examples beside something that is deployed. */
function isDeployed(graph: Graph, resource: Resource): boolean {
  return isNoTest(resource) && (!isShown(resource) || !hasStage(graph));
}

function isNoTest({ unit, body }: Resource): boolean {
  return !isTestInput(body.file.path) && !isTestRelease(unit);
}

const shown = /(^|\/)(tests?|e2e|examples?|samples?|demos?|docs?)\//;

/** Whether it is there to be tried out or read. */
function isShown({ unit, body }: Resource): boolean {
  return shown.test(unit.kind === 'manifests' ? body.file.path : `${unit.path}/`);
}

/** Whether any workload stands outside of examples, tests and documents. */
function hasStage(graph: Graph): boolean {
  return graph.derive(hasStage, () =>
    servingTypes.some((type) => graph.ofType(type).some((one) => isNoTest(one) && !isShown(one))),
  );
}

/** Of several objects that are the same, those of a unit that belongs to the environment come first, then the first one. */
function worldFrom(name: string, resources: readonly Resource[]): World {
  const kept = new Map<string, Resource[]>();
  const others = new Map<Resource, number>();
  for (const resource of resources) {
    const key = `${resource.source === 'kubernetes' ? '' : resource.unit.id} ${resource.type} ${resource.source === 'kubernetes' ? resource.name : resource.address}`;
    const list = kept.get(key) ?? [];
    kept.set(key, list);
    const at = list.findIndex((one) => isSame(one, resource));
    if (at < 0) {
      list.push(resource);
      continue;
    }
    const known = list[at]!;
    const isOwn = known.unit.environment === undefined && resource.unit.environment !== undefined;
    if (isOwn) list[at] = resource;
    // an environment's own declaration is no choice
    else if (
      servers.has(resource.type) &&
      (known.unit.environment === undefined || resource.unit.environment !== undefined)
    )
      others.set(known, (others.get(known) ?? 0) + 1);
  }
  const choices = [...others].map(([one, count]) => ({
    about: one.address,
    assumed: `as in ${one.unit.kind === 'manifests' ? one.body.file.path : one.unit.path}`,
    because: `it is declared ${count + 1} times`,
  }));
  return { name, resources: [...kept.values()].flat(), choices };
}

/** An object that names no namespace may stand in any. */
function isSame(a: Resource, b: Resource): boolean {
  if (a.source !== 'kubernetes') return true;
  const one = namespaceOf(a);
  const other = namespaceOf(b);
  return one === other || one === undefined || other === undefined;
}
