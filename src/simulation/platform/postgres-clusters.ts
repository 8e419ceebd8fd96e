import type { SimulationSettings } from '../../config/simulation.ts';
import type { Graph } from '../../graph/graph.ts';
import { namespaceOf, pairsOf, resolveName } from '../../graph/kubernetes/names.ts';
import { parseQuantity } from '../../graph/kubernetes/quantity.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { hostKey, type PodSpec, type PodTerm } from '../scheduling/pod.ts';
import type { Assumptions } from './assumption.ts';
import { placementOf } from './pod-terms.ts';
import { priorityOf } from './priorities.ts';
import { flagAt, isUnknownAt, numberAt } from './reading.ts';
import { isZonalClass } from './volumes.ts';
import type { Workload } from './workload.ts';

export const postgresClusterType = 'Cluster.postgresql.cnpg.io';

/**
 * PostgreSQL as CloudNativePG runs it: a pod for each instance, of which one is the primary, and a copy of the data with
 * each. Source: CloudNativePG documentation, Scheduling, Kubernetes Upgrade and Maintenance, Replication.
 */
export function postgresClustersOf(
  graph: Graph,
  resources: readonly Resource[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly Workload[] {
  return resources
    .filter(({ type }) => type === postgresClusterType)
    .map((resource) => workloadOf(graph, resource, settings, assume));
}

/** More instances of one database tell nothing that these do not. */
const mostInstances = 100;

function workloadOf(
  graph: Graph,
  resource: Resource,
  { enough }: SimulationSettings,
  assume: Assumptions,
): Workload {
  const { address, name, body } = resource;
  const replicas = Math.min(mostInstances, instancesOf(resource, assume));
  const standbys = synchronousOf(body);
  const set = enough?.[name] ?? enough?.[address];
  const spec = specOf(graph, resource, assume);
  return {
    resource,
    address,
    name,
    namespace: spec.namespace,
    kind: 'serving',
    runs: 'pod',
    spec,
    replicas,
    most: replicas,
    enough: set ?? Math.min(replicas, 1 + standbys),
    enoughBy:
      set !== undefined
        ? 'as set'
        : standbys > 0
          ? `a commit waits for ${standbys === 1 ? 'a standby' : `${standbys} standbys`} (spec.postgresql.synchronous)`
          : 'CloudNativePG makes a standby the primary',
    // the primary is let go once a standby has taken over, which a single instance has not
    ...(flagAt(body, 'spec', 'enablePDB') === false
      ? {}
      : { budget: { resource, keeps: Math.max(1, replicas - 1) } }),
    rollout: { strategy: 'ordered', surge: 0, unavailable: 1 },
    zonal: hasZonalStorage(graph, resource, assume),
    isStore: false,
    replicates: true,
    stateful: true,
    hasReadiness: true,
    toleratesLossFor: 300,
    services: graph.to(resource, 'uses').flatMap(({ from }) => (from.type === 'Service' ? [from] : [])),
    madeServices: [`${name}-rw`, `${name}-ro`, `${name}-r`],
    setBy: { replicas: 'spec.instances' },
  };
}

function instancesOf({ address, body }: Resource, assume: Assumptions): number {
  if (isUnknownAt(body, 'spec', 'instances'))
    assume.add({ about: address, assumed: '1 instance', because: 'its instances are not known' });
  return Math.max(0, Math.floor(numberAt(body, 'spec', 'instances') ?? 1));
}

/** Standbys without which nothing is written: where data counts more than writes that go on. */
function synchronousOf(body: Node): number {
  const synchronous = body.peek('spec', 'postgresql', 'synchronous');
  const least = numberAt(body, 'spec', 'minSyncReplicas') ?? 0;
  return textAt(synchronous, 'dataDurability') === 'preferred'
    ? 0
    : Math.max(0, numberAt(synchronous, 'number') ?? least);
}

function specOf(graph: Graph, resource: Resource, assume: Assumptions): PodSpec {
  const { address, name, body } = resource;
  const namespace = namespaceOf(resource) ?? 'default';
  const spec = body.peek('spec');
  const affinity = spec?.peek('affinity');
  const labels = new Map([
    ...pairsOf(spec?.peek('inheritedMetadata', 'labels')),
    ['cnpg.io/cluster', name],
    ['cnpg.io/podRole', 'instance'],
  ] as const);
  for (const more of ['additionalPodAffinity', 'additionalPodAntiAffinity'])
    if (affinity?.peek(more))
      assume.add({ about: address, assumed: `its ${more} keeps it nowhere`, because: 'it is not looked at' });
  const placed = spec && placementOf(graph, spec, namespace, labels);
  const chosen = affinity && placementOf(graph, affinity, namespace, labels);
  return {
    owner: address,
    namespace,
    labels,
    ...requestsOf(graph, resource, assume),
    ...placed,
    nodeSelector: chosen?.nodeSelector ?? [],
    tolerations: chosen?.tolerations ?? [],
    ...apartOf(affinity, name, namespace),
    priority: spec ? priorityOf(graph, resource, spec) : 0,
  };
}

/** By a wish, unless it is asked for. Source: CloudNativePG API, AffinityConfiguration. */
function apartOf(
  affinity: Node | undefined,
  name: string,
  namespace: string,
): Pick<PodSpec, 'antiAffinity' | 'preferredPods'> {
  if (flagAt(affinity, 'enablePodAntiAffinity') === false) return {};
  const term: PodTerm = {
    selector: {
      equal: [
        ['cnpg.io/cluster', name],
        ['cnpg.io/podRole', 'instance'],
      ],
      expressions: [],
    },
    namespaces: new Set([namespace]),
    topologyKey: textAt(affinity, 'topologyKey') || hostKey,
  };
  return textAt(affinity, 'podAntiAffinityType') === 'required'
    ? { antiAffinity: [term] }
    : { preferredPods: [{ weight: -100, term }] };
}

/** What an instance asks for, and what stands beside it to take its log away. */
function requestsOf(graph: Graph, resource: Resource, assume: Assumptions): { cpu: number; memory: number } {
  const { address, body } = resource;
  const beside = itemsAt(body, 'spec', 'plugins').flatMap((plugin) => {
    const store = textAt(plugin, 'parameters', 'barmanObjectName');
    const [found] = store ? resolveName(graph, resource, 'ObjectStore.barmancloud.cnpg.io', store) : [];
    return found?.body.peek('spec', 'instanceSidecarConfiguration', 'resources') ?? [];
  });
  const own = body.peek('spec', 'resources');
  for (const name of ['cpu', 'memory'] as const)
    if (amountIn(own, name) === undefined)
      assume.add({
        about: address,
        assumed: `no ${name} counts for it, as for the scheduler`,
        because: `its instances request no ${name}`,
      });
  const all = (name: 'cpu' | 'memory') =>
    [own, ...beside].reduce((sum, one) => sum + (amountIn(one, name) ?? 0), 0);
  return { cpu: Math.ceil(all('cpu') * 1000 - 1e-6), memory: Math.ceil(all('memory')) };
}

/** A request, or the limit that stands for it. */
function amountIn(resources: Node | undefined, name: string): number | undefined {
  const content = (resources?.peek('requests', name) ?? resources?.peek('limits', name))?.content;
  return typeof content === 'string' || typeof content === 'number'
    ? parseQuantity(String(content))
    : undefined;
}

function hasZonalStorage(graph: Graph, resource: Resource, assume: Assumptions): boolean {
  const named = textAt(resource.body, 'spec', 'storage', 'storageClass');
  const [found] = named ? resolveName(graph, resource, 'StorageClass', named, { anyNamespace: true }) : [];
  if (found) return isZonalClass(found);
  assume.add({
    about: resource.address,
    assumed: 'its volumes lie in one zone each, as disks of clouds do',
    because: named ? `the storage class ${named} is not in the repository` : 'it names no storage class',
  });
  return true;
}
