import type { SimulationSettings } from '../../config/simulation.ts';
import { isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';
import { type Objective, objectivesIn } from '../figures/objectives.ts';
import { Cluster, Pod } from '../scheduling/cluster.ts';
import { schedule, scheduleDaemons } from '../scheduling/schedule.ts';
import { assumedPool } from './assumed-pool.ts';
import { type Assumption, Assumptions } from './assumption.ts';
import { type Dependency, dependenciesOf } from './dependencies.ts';
import { warnsOfExpiry } from './doors.ts';
import { type Exit, exitsOf } from './exits.ts';
import { functionsOf } from './functions.ts';
import { instancesOf } from './instances.ts';
import type { Managed } from './managed.ts';
import { managedOf } from './managed-readers.ts';
import { type NodePool, nodeOf } from './node-pool.ts';
import { poolsOf, zonesOfAll } from './pools.ts';
import { postgresClustersOf } from './postgres-clusters.ts';
import { groupType, isOnInstances, onEcs } from './scaling-groups.ts';
import { type SystemPod, systemPodsOf } from './system-pods.ts';
import { ecsServiceType, tasksOf } from './tasks.ts';
import type { Workload } from './workload.ts';
import { workloadsOf } from './workloads.ts';
import type { World } from './worlds.ts';

/** One environment, ready to be tried: its machines, what runs on them, and what that calls. */
export interface Platform {
  readonly name: string;
  readonly isProduction: boolean;
  readonly resources: readonly Resource[];
  readonly pools: readonly NodePool[];
  readonly zones: readonly string[];
  readonly workloads: readonly Workload[];
  readonly managed: readonly Managed[];
  readonly dependencies: readonly Dependency[];
  readonly exits: readonly Exit[];
  /** AWS services that are reached within the network, by the short names of their endpoints: `s3` */
  readonly endpoints: ReadonlySet<string>;
  /** promises of availability that the repository makes */
  readonly objectives: readonly Objective[];
  /** something alerts before a certificate ends */
  readonly warnsOfExpiry: boolean;
  /** where it is brought up when the region is lost */
  readonly recovery?: { readonly region: string; readonly as: string };
  readonly systemPods: readonly SystemPod[];
  readonly settings: SimulationSettings;
  readonly assumptions: readonly Assumption[];
  /** jobs and the like, which the simulation leaves out */
  readonly leftOut: number;
}

/** Draws a platform from the resources of a world. */
export function platformOf(graph: Graph, world: World, settings: SimulationSettings): Platform {
  const assume = new Assumptions();
  for (const { about, assumed, because } of world.choices) assume.add({ about, assumed, because });
  const { resources } = world;
  const inClusters = [workloadsOf, postgresClustersOf].flatMap((read) =>
    read(graph, resources, settings, assume),
  );
  const found = poolsOf(graph, resources, settings, assume);
  const outside = [tasksOf, instancesOf].flatMap((read) =>
    read(graph, resources, zonesFor(graph, resources, found, settings, assume), settings, assume),
  );
  const workloads = withinLimit(
    [...inClusters, ...outside.map(({ workload }) => workload), ...functionsOf(graph, resources)],
    assume,
  );
  const tasks = workloads.filter(({ runs, spec }) => runs === 'task' && isOnInstances(spec));
  const pools = [
    ...found,
    ...(inClusters.length > 0 && found.every(({ provider }) => provider === 'ecs')
      ? [assumedPool(inClusters, resources, settings, assume)]
      : []),
    ...(tasks.length > 0 && found.every(({ provider }) => provider !== 'ecs')
      ? [onEcs(assumedPool(tasks, resources, settings, assume))]
      : []),
    ...outside.flatMap(({ pools: own }) => own),
  ];
  const managed = managedOf(graph, resources);
  return {
    name: world.name,
    isProduction: resources.some(isProduction),
    resources,
    pools,
    zones: [...new Set(pools.flatMap(({ zones }) => zones))].sort(),
    workloads,
    managed,
    dependencies: dependenciesOf(graph, workloads, managed, settings.optional ?? []),
    exits: exitsOf(graph, resources),
    endpoints: endpointsIn(resources),
    objectives: objectivesIn(resources),
    warnsOfExpiry: warnsOfExpiry(graph, new Set(resources)),
    systemPods: systemPodsOf(pools, workloads, assume),
    settings,
    assumptions: assume.list,
    leftOut: resources.filter(({ type }) => type === 'Job' || type === 'CronJob').length,
  };
}

function endpointsIn(resources: readonly Resource[]): ReadonlySet<string> {
  return new Set(
    resources
      .filter(({ type }) => type === 'aws_vpc_endpoint')
      .map(
        ({ body }) =>
          String(body.peek('service_name')?.content ?? '')
            .split('.')
            .at(-1)!,
      ),
  );
}

/** Zones for what names no subnets; asked for only where something needs them, as what is made up is told. */
function zonesFor(
  graph: Graph,
  resources: readonly Resource[],
  found: readonly NodePool[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly string[] {
  const needs = resources.some(({ type }) => type === ecsServiceType || type === groupType);
  return needs
    ? zonesOfAll(graph, found.length > 0 ? found : [{ zones: [] }], resources, settings, assume)
    : [];
}

interface Daemon {
  readonly spec: Workload['spec'];
  /** only on nodes of this provider */
  readonly provider?: NodePool['provider'];
}

/** Pods that a simulation takes on in all: beyond, it would take minutes. */
const mostPods = 50_000;

/** Workloads in their order, until there are too many pods; what is left out is said. */
function withinLimit(workloads: readonly Workload[], assume: Assumptions): readonly Workload[] {
  let pods = 0;
  const kept = workloads.filter(({ replicas }) => {
    pods += replicas;
    return pods <= mostPods;
  });
  if (kept.length < workloads.length)
    assume.add({
      about: 'the platform',
      assumed: `${kept.length} of its ${workloads.length} workloads`,
      because: `there are more than ${mostPods} pods; simulate a part of the repository`,
    });
  return kept;
}

/** A platform at work: every pod placed that finds a place. */
export interface Running {
  readonly cluster: Cluster;
  readonly pods: ReadonlyMap<Workload, readonly Pod[]>;
  readonly daemons: readonly Daemon[];
  readonly poolOf: ReadonlyMap<string, NodePool>;
  /** pods that found no place before anything failed */
  readonly unplaced: readonly Pod[];
  /** pods of DaemonSets that found no room on their node, by owner */
  readonly homeless: Map<string, number>;
  /** nodes that were made so far, by pool: their numbers go on from there */
  readonly made: Map<string, number>;
}

/** Where no node can be made. */
export interface Barred {
  readonly zones?: ReadonlySet<string>;
  readonly pools?: ReadonlySet<string>;
}

/** Starts a platform's nodes and places its pods. Pools that grow get the nodes that pods wait for. */
export function start(platform: Pick<Platform, 'pools' | 'workloads'> & Partial<Platform>): Running {
  const { pools, workloads, systemPods = [] } = platform;
  const cluster = new Cluster();
  const daemons: readonly Daemon[] = [
    ...systemPods,
    ...workloads.filter(({ kind }) => kind === 'daemon').map(({ spec }) => ({ spec })),
  ];
  const pods = new Map(
    workloads
      .filter(({ kind }) => kind !== 'daemon' && kind !== 'function')
      .map((workload) => {
        const template = cluster.templateOf(workload.spec);
        return [
          workload,
          Array.from(
            { length: workload.replicas },
            (_, at) => new Pod(template, `${workload.address}-${at}`),
          ),
        ];
      }),
  );
  const running: Running = {
    cluster,
    pods,
    daemons,
    poolOf: new Map(pools.map((pool) => [pool.name, pool])),
    unplaced: [],
    homeless: new Map(),
    made: new Map(),
  };
  for (const pool of pools)
    for (let number = 0; number < pool.desired; number++)
      addNode(running, pool, pool.zones[number % pool.zones.length]!);
  const waiting = schedule(cluster, [...pods.values()].flat()).unplaced;
  const unplaced = grow(running, pools, waiting, {});
  for (const [workload, own] of pods)
    if (workload.zonal)
      for (const pod of own) if (pod.node >= 0) pod.zone = cluster.nodes[pod.node]!.spec.zone;
  return { ...running, unplaced };
}

export function addNode(running: Running, pool: NodePool, zone: string): number {
  const number = running.made.get(pool.name) ?? 0;
  running.made.set(pool.name, number + 1);
  const { cluster } = running;
  const index = cluster.addNode(nodeOf(pool, zone, number));
  const own = running.daemons.filter(({ provider }) => provider === undefined || provider === pool.provider);
  const pods = own.map(({ spec }) => new Pod(cluster.templateOf(spec), spec.owner));
  for (const { template } of scheduleDaemons(cluster, pods, index)) {
    const { owner } = template.spec;
    running.homeless.set(owner, (running.homeless.get(owner) ?? 0) + 1);
  }
  return index;
}

/**
 * Adds nodes to pools that grow, one at a time, in the zone that has the fewest, as long as that places a waiting pod.
 * @returns pods that still wait
 */
export function grow(
  running: Running,
  pools: readonly NodePool[],
  waiting: readonly Pod[],
  barred: Barred,
): readonly Pod[] {
  let left = waiting;
  for (const pool of pools) {
    if (!pool.growsBy || barred.pools?.has(pool.name)) continue;
    const zones = pool.zones.filter((zone) => !barred.zones?.has(zone));
    while (left.length > 0 && zones.length > 0 && countOf(running, pool) < pool.max) {
      const before = left.length;
      // a pod whose volume lies in one zone can only be helped there, so each zone is tried before the pool is given up
      for (const zone of byNodes(running, pool, zones)) {
        const mark = running.cluster.mark();
        addNode(running, pool, zone);
        left = schedule(running.cluster, left).unplaced;
        if (left.length < before) break;
        running.cluster.rollback(mark);
      }
      if (left.length === before) break;
    }
  }
  return left;
}

export function countOf({ cluster }: Running, pool: NodePool): number {
  return cluster.nodes.filter((node) => node.alive && node.spec.pool === pool.name).length;
}

/** Zones of a pool, that with the fewest nodes first. */
export function byNodes({ cluster }: Running, pool: NodePool, zones: readonly string[]): readonly string[] {
  const count = (zone: string) =>
    cluster.nodes.filter((node) => node.alive && node.spec.pool === pool.name && node.spec.zone === zone)
      .length;
  return [...zones].sort((a, b) => count(a) - count(b));
}
