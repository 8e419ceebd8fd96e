import type { SimulationSettings } from '../../config/simulation.ts';
import type { Graph } from '../../graph/graph.ts';
import { namespaceOf, pairsOf } from '../../graph/kubernetes/names.ts';
import { containersOf, isServing, type Pod, podOf } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { servicesOf } from '../../graph/kubernetes/traffic.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { PodSpec, Toleration } from '../scheduling/pod.ts';
import type { Assumptions } from './assumption.ts';
import { doorOf } from './doors.ts';
import { placementOf } from './pod-terms.ts';
import { priorityOf } from './priorities.ts';
import { orElse } from './reading.ts';
import { requestsOf } from './requests.ts';
import { hasZonalVolumes } from './volumes.ts';
import type { Budget, Rollout, Workload } from './workload.ts';

/** Workloads that run without end. Jobs come and go, and are left out. */
export function workloadsOf(
  graph: Graph,
  resources: readonly Resource[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly Workload[] {
  return resources.flatMap((resource) => {
    const kind = kindOf(resource);
    const pod = kind && podOf(resource);
    return pod ? [workloadOf(graph, pod, kind, settings, assume)] : [];
  });
}

function kindOf({ type, body }: Resource): Workload['kind'] | undefined {
  if (type === 'DaemonSet') return 'daemon';
  if (isServing(type)) return 'serving';
  return type === 'Pod' && (body.peek('spec', 'restartPolicy')?.content ?? 'Always') === 'Always'
    ? 'bare'
    : undefined;
}

function workloadOf(
  graph: Graph,
  pod: Pod,
  kind: Workload['kind'],
  settings: SimulationSettings,
  assume: Assumptions,
): Workload {
  const { resource } = pod;
  const { address, name } = resource;
  const { fewest, most } = bounded(scaleOf(graph, pod, kind, assume), address, assume);
  const services = servicesOf(graph, resource);
  const spec = specOf(graph, pod, kind, services.length > 0, settings, assume);
  const budget = kind === 'serving' ? budgetOf(graph, resource, fewest) : undefined;
  const door = doorOf(graph, resource);
  const set = settings.enough?.[name] ?? settings.enough?.[address];
  return {
    resource,
    address,
    name,
    namespace: spec.namespace,
    kind,
    runs: 'pod',
    spec,
    replicas: fewest,
    most,
    enough: set ?? Math.max(1, budget?.keeps ?? fewest),
    enoughBy:
      set !== undefined
        ? 'as set'
        : budget
          ? `${budget.resource.address} keeps ${budget.keeps}`
          : 'nothing says how few are enough, so all are',
    ...(budget ? { budget } : {}),
    rollout: rolloutOf(resource, fewest),
    zonal: hasZonalVolumes(graph, pod, assume),
    isStore: containersOf(pod).some(
      ({ role, node: one }) => role === 'main' && stores.test(textAt(one, 'image')),
    ),
    stateful: resource.type === 'StatefulSet',
    hasReadiness: containersOf(pod).some(({ role, node }) => role === 'main' && node.peek('readinessProbe')),
    toleratesLossFor: toleratedLoss(spec.tolerations ?? []),
    services,
    ...(door ? { door } : {}),
  };
}

/** More pods of one workload tell nothing that these do not. */
const mostPods = 1000;

function bounded(
  scale: { fewest: number; most: number },
  about: string,
  assume: Assumptions,
): { fewest: number; most: number } {
  const fewest = Math.max(0, Math.floor(scale.fewest));
  if (fewest > mostPods)
    assume.add({
      about,
      assumed: `${mostPods} of its ${fewest} pods`,
      because: 'more would tell nothing that these do not',
    });
  const kept = Math.min(fewest, mostPods);
  return { fewest: kept, most: Math.min(Math.max(kept, Math.floor(scale.most)), 10 * mostPods) };
}

/** Images of databases, caches and brokers, by the last part of their names. */
const stores =
  /(^|\/)(redis|valkey|memcached|postgres|postgresql|mysql|mariadb|mongo|mongodb|cassandra|elasticsearch|opensearch|kafka|rabbitmq|nats|etcd|influxdb|minio|mssql|server\/mssql|neo4j|couchdb|zookeeper|clickhouse-server)(:|@|$)/;

function scaleOf(
  graph: Graph,
  pod: Pod,
  kind: Workload['kind'],
  assume: Assumptions,
): { fewest: number; most: number } {
  if (kind !== 'serving') return { fewest: 1, most: 1 };
  const { resource } = pod;
  return orElse(
    () => {
      const { fewest, most, scaler } = replicasOf(graph, resource) ?? {
        fewest: 1,
        most: 1,
        scaler: undefined,
      };
      if (scaler && !canScale(scaler, pod)) {
        assume.add({
          about: resource.address,
          assumed: `stays at ${fewest} of at most ${most} pods`,
          because: `${scaler.address} goes by the share of requested CPU, and a container requests none`,
        });
        return { fewest, most: fewest };
      }
      if (scaler && fewest === 0) {
        assume.add({
          about: resource.address,
          assumed: '1 pod',
          because: `${scaler.address} may scale to none; one serves while there is work`,
        });
        return { fewest: 1, most: Math.max(1, most) };
      }
      return { fewest, most };
    },
    (reason) => {
      assume.add({
        about: resource.address,
        assumed: '1 pod',
        because: `its replicas are not known: ${reason}`,
      });
      return { fewest: 1, most: 1 };
    },
  );
}

/** An autoscaler by utilisation needs a request in every container. Source: Kubernetes documentation, HorizontalPodAutoscaler. */
function canScale(scaler: Resource, pod: Pod): boolean {
  const metrics = itemsAt(scaler.body, 'spec', 'metrics');
  const names = metrics
    .filter((one) => textAt(one, 'resource', 'target', 'type') === 'Utilization')
    .map((one) => textAt(one, 'resource', 'name'));
  if (names.length === 0 || names.length < metrics.length) return true;
  const running = containersOf(pod).filter(({ role }) => role === 'main' || role === 'sidecar');
  return names.some((name) =>
    running.every(
      ({ node }) => node.peek('resources', 'requests', name) ?? node.peek('resources', 'limits', name),
    ),
  );
}

function specOf(
  graph: Graph,
  pod: Pod,
  kind: Workload['kind'],
  isServed: boolean,
  settings: SimulationSettings,
  assume: Assumptions,
): PodSpec {
  const { resource, node, template } = pod;
  const labels = new Map(pairsOf(template?.peek('metadata', 'labels')));
  const namespace = namespaceOf(resource) ?? 'default';
  const placement = placementOf(graph, node, namespace, labels);
  return {
    owner: resource.address,
    namespace,
    labels,
    ...requestsOf(graph, pod, settings, assume),
    ...placement,
    ...(kind === 'daemon'
      ? { daemon: true, tolerations: [...(placement.tolerations ?? []), ...daemonTolerations] }
      : {}),
    spreadByDefault:
      kind === 'serving' &&
      (isServed || resource.type !== 'Rollout.argoproj.io') &&
      !placement.spread?.length,
    priority: priorityOf(graph, resource, node),
  };
}

/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations */
const daemonTolerations: readonly Toleration[] = [
  'unschedulable',
  'not-ready',
  'unreachable',
  'disk-pressure',
  'memory-pressure',
  'pid-pressure',
].map((name) => ({ key: `node.kubernetes.io/${name}`, operator: 'Exists', value: '' }));

function budgetOf(graph: Graph, resource: Resource, replicas: number): Budget | undefined {
  for (const { from } of graph.to(resource, 'guards')) {
    const least = from.body.peek('spec', 'minAvailable');
    const away = from.body.peek('spec', 'maxUnavailable');
    const at = least ?? away;
    const amount = at && shareOf(at, replicas, 'up');
    if (!at || amount === undefined) continue;
    return { resource: from, at, keeps: Math.max(0, least ? amount : replicas - amount) };
  }
  return undefined;
}

/** A number, or a percentage of the replicas. Source: Kubernetes documentation, Disruptions: both fields round up. */
function shareOf(node: Node, replicas: number, round: 'up' | 'down'): number | undefined {
  const { content } = node;
  if (typeof content === 'number') return content;
  if (typeof content !== 'string') return undefined;
  if (/^\d+$/.test(content)) return Number(content);
  const percent = /^(\d+)%$/.exec(content)?.[1];
  if (percent === undefined) return undefined;
  const exact = (Number(percent) * replicas) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/** Source: Kubernetes API, DeploymentStrategy: a quarter each where nothing is said; surge rounds up, unavailable down. */
function rolloutOf({ type, body }: Resource, replicas: number): Rollout {
  if (type === 'StatefulSet')
    return body.peek('spec', 'updateStrategy', 'type')?.content === 'OnDelete'
      ? { strategy: 'on-delete', surge: 0, unavailable: 0 }
      : { strategy: 'ordered', surge: 0, unavailable: 1 };
  if (type !== 'Deployment') return { strategy: 'on-delete', surge: 0, unavailable: 0 };
  const strategy = body.peek('spec', 'strategy');
  if (strategy?.peek('type')?.content === 'Recreate')
    return { strategy: 'recreate', surge: 0, unavailable: replicas };
  const given = (field: string, round: 'up' | 'down') => {
    const node = strategy?.peek('rollingUpdate', field);
    const quarter = replicas / 4;
    return (
      (node && shareOf(node, replicas, round)) ?? (round === 'up' ? Math.ceil(quarter) : Math.floor(quarter))
    );
  };
  const surge = given('maxSurge', 'up');
  const unavailable = given('maxUnavailable', 'down');
  // both zero would never move; the controller takes one away then
  return { strategy: 'rolling', surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** Source: https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions */
function toleratedLoss(tolerations: readonly Toleration[]): number {
  const own = tolerations.find(
    ({ key, effect }) =>
      key === 'node.kubernetes.io/unreachable' && (effect === undefined || effect === 'NoExecute'),
  );
  return own ? (own.seconds ?? Number.POSITIVE_INFINITY) : 300;
}
