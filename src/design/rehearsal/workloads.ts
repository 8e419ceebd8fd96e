import { alonePool, aloneSpec } from '../../simulation/platform/alone.ts';
import { functionOf } from '../../simulation/platform/functions.ts';
import type { NodePool } from '../../simulation/platform/node-pool.ts';
import type { Door, Workload as Simulated } from '../../simulation/platform/workload.ts';
import { hostKey, type PodSpec, type SpreadConstraint, zoneKey } from '../../simulation/scheduling/pod.ts';
import { addonNamespaces } from '../addon-namespaces.ts';
import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { archiver, type Hosted, hostedLabel, isArchived } from '../hosted.ts';
import type { Exposure, FunctionHere, Service } from '../workload.ts';
import type { Placing } from './place.ts';

const mib = 2 ** 20;

/** What proxies of a mesh request beside each pod. */
const proxy = { cpu: 100, memory: 100 * mib };

/** A service as pods of a cluster, as the manifests write it. */
export function podsOf(
  service: Service,
  { mesh }: Pick<Architecture['platform'], 'mesh'>,
  place: Placing,
): Simulated {
  const { name, namespace, requests, scale, maxUnavailable, spot, priority } = service;
  const meshed = mesh === 'none' ? { cpu: 0, memory: 0 } : proxy;
  const labels = new Map([
    ['app.kubernetes.io/name', name],
    ['app.kubernetes.io/part-of', namespace],
  ]);
  const keeps = Math.max(0, scale.min - maxUnavailable);
  const resource = place('service', name, 'services', name);
  return {
    ...shared(service, place),
    namespace,
    kind: 'serving',
    runs: 'pod',
    spec: {
      owner: resource.address,
      namespace,
      labels,
      cpu: requests.cpuMilli + meshed.cpu,
      memory: requests.memoryMi * mib + meshed.memory,
      ...apart(namespace, labels, spot),
      ...(spot
        ? {
            tolerations: [{ key: 'plinth.dev/spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' }],
          }
        : {}),
      priority: priority === 'critical' ? 1 : 0,
    },
    enough: Math.max(1, keeps),
    enoughBy: `its disruption budget lets ${maxUnavailable} be away`,
    budget: { resource: place('budget', `the disruption budget of ${name}`), keeps },
    rollout: { strategy: 'rolling', surge: Math.ceil(scale.min / 4), unavailable: 0 },
  };
}

/** Zones by a rule, pools and nodes by wish, as src/design/kubernetes/workload/spread.ts writes it. */
function apart(
  namespace: string,
  labels: ReadonlyMap<string, string>,
  spot: boolean,
): Pick<PodSpec, 'spread' | 'preferredPods'> {
  const selector = { equal: [...labels], expressions: [] };
  const over = (topologyKey: string, hard: boolean): SpreadConstraint => ({
    topologyKey,
    maxSkew: 1,
    minDomains: 1,
    hard,
    honoursTaints: true,
    selector,
  });
  return {
    spread: [over(zoneKey, true), ...(spot ? [over('plinth.dev/pool', false)] : [])],
    preferredPods: [
      { weight: -100, term: { selector, namespaces: new Set([namespace]), topologyKey: hostKey } },
    ],
  };
}

/** A service as tasks of Fargate, each on a machine of its own; those that scaling adds may be on spot. */
export function tasksOf(
  service: Service,
  { zones }: Environment,
  place: Placing,
): { readonly workload: Simulated; readonly pools: readonly NodePool[] } {
  const { name, requests, scale, spot } = service;
  const size = { cpu: requests.cpuMilli, memory: requests.memoryMi * mib };
  const { address } = place('service', name, 'services', name);
  const pool = { address, provider: 'fargate', of: 'task', machine: 'Fargate', size, zones } as const;
  return {
    workload: {
      ...shared(service, place),
      namespace: '',
      kind: 'serving',
      runs: 'task',
      spec: aloneSpec(address, size),
      enough: scale.min,
      enoughBy: 'nothing says how few are enough, so all are',
      rollout: {
        strategy: 'rolling',
        surge: scale.min,
        unavailable: 0,
        takenBackBy: 'the deployment circuit breaker of ECS',
      },
      keptApart: ['node', 'zone'],
      noticed: [
        {
          what: 'ECS starts another task for one that is gone; its documentation gives no figure',
          seconds: undefined,
          source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
        },
      ],
    },
    pools: [
      alonePool({ ...pool, name, growsBy: 'Fargate', ...(spot ? { most: scale.min } : {}) }),
      ...(spot ? [alonePool({ ...pool, name: `${name}-spot`, growsBy: 'Fargate Spot', spot })] : []),
    ],
  };
}

function shared({ name, scale, expose }: Service, place: Placing) {
  return {
    resource: place('service', name, 'services', name),
    address: `services.${name}`,
    name,
    replicas: scale.min,
    most: scale.max,
    zonal: false,
    isStore: false,
    stateful: false,
    hasReadiness: true,
    toleratesLossFor: 300,
    services: [],
    setBy: { replicas: `services.${name}.scale.min` },
    ...(expose ? { door: doorAt(expose, 'elb') } : {}),
  };
}

function doorAt({ host }: Exposure, promise: Door['promise'] & string): Door {
  return { address: host, promise, certificate: 'acm' };
}

/** A function; in the network where it needs something there. */
export function lambdaOf(
  { name, inNetwork, triggers }: FunctionHere,
  { zones }: Environment,
  place: Placing,
  written: 'functions' | 'services' | 'jobs',
): Simulated {
  const http = triggers.find(({ kind }) => kind === 'http');
  const door = http?.kind === 'http' ? doorAt(http.expose, 'api-gateway') : undefined;
  return { ...functionOf(place('function', name, written, name), inNetwork ? zones : undefined, door), name };
}

/** A datastore in the cluster, as src/design/kubernetes/hosted writes it: its instances in different zones. */
export function hostedOf(
  datastore: Hosted,
  { name: environment, production }: Environment,
  place: Placing,
): Simulated {
  const { name, cpuMilli, memoryMi, type } = datastore;
  const replicas = 'instances' in datastore ? datastore.instances : datastore.nodes;
  const labels = new Map([[hostedLabel, `${environment}-${name}`]]);
  const resource = place('datastore', name, 'datastores', name);
  const beside = isArchived(datastore) ? archiver : { cpuMilli: 0, memoryMi: 0 };
  const namespaces = new Set([addonNamespaces.data]);
  const spec: PodSpec = {
    owner: resource.address,
    namespace: addonNamespaces.data,
    labels,
    cpu: cpuMilli + beside.cpuMilli,
    memory: (memoryMi + beside.memoryMi) * mib,
    priority: production ? 1 : 0,
    ...apart(addonNamespaces.data, labels, false),
    ...(type === 'postgres' && production
      ? {
          antiAffinity: [
            { selector: { equal: [...labels], expressions: [] }, namespaces, topologyKey: hostKey },
          ],
        }
      : {}),
  };
  // a cache takes no writes that no replica has
  const enough = type === 'redis' ? Math.min(2, replicas) : 1;
  return {
    resource,
    address: resource.address,
    name,
    namespace: addonNamespaces.data,
    kind: 'serving',
    runs: 'pod',
    spec,
    replicas,
    most: replicas,
    enough,
    enoughBy: 'another instance is made the primary by itself',
    budget: {
      resource: place('budget', `the disruption budget of ${name}`),
      keeps: Math.max(enough, replicas - 1),
    },
    rollout: { strategy: 'ordered', surge: 0, unavailable: 1 },
    zonal: true,
    isStore: true,
    stateful: true,
    hasReadiness: true,
    toleratesLossFor: 300,
    services: [],
    setBy: { replicas: `environments.${environment}.production` },
  };
}
