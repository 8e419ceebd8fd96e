import type { SimulationSettings } from '../../config/simulation.ts';
import type { Node } from '../../model/node.ts';
import type { Recovery } from '../../simulation/figures/recovery.ts';
import { Assumptions } from '../../simulation/platform/assumption.ts';
import type { Dependency } from '../../simulation/platform/dependencies.ts';
import type { Exit } from '../../simulation/platform/exits.ts';
import type { Managed } from '../../simulation/platform/managed.ts';
import { type NodePool, smallestOf } from '../../simulation/platform/node-pool.ts';
import type { Platform } from '../../simulation/platform/platform.ts';
import { systemPodsOf } from '../../simulation/platform/system-pods.ts';
import type { Workload as Simulated } from '../../simulation/platform/workload.ts';
import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { isHosted } from '../hosted.ts';
import type { FunctionHere, Service } from '../workload.ts';
import { type Placing, placing } from './place.ts';
import { keepsData, managedOf, recoveryOf } from './stores.ts';
import { hostedOf, lambdaOf, podsOf, tasksOf } from './workloads.ts';

/** An environment that is only decided, ready to be tried. */
export interface Rehearsed {
  readonly platform: Platform;
  readonly recoveries: readonly Recovery[];
}

/** What of the choices for all environments a rehearsal looks at. */
export type Standing = Pick<Architecture['platform'], 'compute' | 'mesh' | 'nodes'>;

/**
 * Draws the platform of an environment from its architecture, as what is written from it would be drawn.
 * @param source the blueprint's document, to point at its lines
 */
export function platformOf(
  standing: Standing,
  environment: Environment,
  settings: SimulationSettings = {},
  source?: Node,
): Rehearsed {
  const place = placing(environment, source);
  const assume = new Assumptions();
  const { services, functions, jobs, datastores, zones, network, recovery } = environment;
  const inCluster = standing.compute === 'eks';
  const tasks = inCluster ? [] : services.map((one) => tasksOf(one, environment, place));
  const workloads = new Map<string, Simulated>();
  for (const one of services) if (inCluster) workloads.set(one.name, podsOf(one, standing, place));
  for (const { workload } of tasks) workloads.set(workload.name, workload);
  for (const one of functions)
    workloads.set(one.name, lambdaOf(one, environment, place, writtenAs(one, source)));
  for (const one of datastores) if (isHosted(one)) workloads.set(one.name, hostedOf(one, environment, place));
  const managed = new Map(
    datastores.flatMap((one) =>
      isHosted(one) ? [] : [[one.name, managedOf(one, environment, place)] as const],
    ),
  );
  const all = [...workloads.values()].map((one) => enoughAsSet(one, settings));
  for (const one of all) workloads.set(one.name, one);
  const pools = [...nodePoolsOf(standing, environment, place, assume), ...tasks.flatMap((one) => one.pools)];
  const platform: Platform = {
    name: environment.name,
    isProduction: environment.production,
    resources: all.map(({ resource }) => resource),
    pools,
    zones: [...zones].sort(),
    workloads: all,
    managed: [...managed.values()],
    dependencies: [...services, ...functions].flatMap((one) =>
      needsOf(one, workloads, managed, settings, place('needs', one.name, ...pathOf(one), 'needs').body),
    ),
    exits: exitsOf(network, zones, place),
    endpoints: new Set([...network.endpoints.gateway, ...network.endpoints.interface]),
    objectives: [...services, ...functions].map(({ name, slo }) => ({
      service: name,
      percent: slo.availability,
      by: 'the blueprint',
    })),
    warnsOfExpiry: true,
    ...(recovery ? { recovery: { region: recovery.region, as: recovery.strategy } } : {}),
    systemPods: systemPodsOf(pools, all, assume),
    settings,
    assumptions: assume.list,
    leftOut: jobs.length,
  };
  const recoveries = datastores.filter(keepsData).map((one) => recoveryOf(one, managed.get(one.name), place));
  return { platform, recoveries };
}

function pathOf(one: Service | FunctionHere): readonly string[] {
  return [one.kind === 'service' ? 'services' : 'functions', one.name];
}

/** A service or job may have been decided to be a function: it is looked for where it is written. */
function writtenAs({ name }: FunctionHere, source: Node | undefined): 'functions' | 'services' | 'jobs' {
  const found = (['functions', 'services', 'jobs'] as const).find((part) => source?.peek(part, name));
  return found ?? 'functions';
}

function enoughAsSet(workload: Simulated, { enough }: SimulationSettings): Simulated {
  const set = enough?.[workload.name] ?? enough?.[workload.address];
  return set === undefined ? workload : { ...workload, enough: set, enoughBy: 'as set' };
}

/** A group of nodes in each zone, as the module of the cluster makes them. */
function nodePoolsOf(
  { nodes }: Standing,
  { cluster, zones }: Environment,
  place: Placing,
  assume: Assumptions,
): readonly NodePool[] {
  if (!cluster) return [];
  const growsBy = nodes === 'karpenter' ? 'Karpenter' : 'cluster autoscaler';
  assume.add({
    about: 'the cluster',
    assumed: 'its add-ons find room on the nodes of the pool system',
    because: 'what they request is in their charts',
  });
  return cluster.nodePools.flatMap(({ name, instanceTypes, capacity, min, desired, max, taint, labels }) =>
    zones.map((zone): NodePool => {
      const each = (number: number) => Math.ceil(number / zones.length);
      const { type, allocatable } = smallestOf(instanceTypes, 'eks')!;
      return {
        name: `${name}-${zone}`,
        resource: place('node pool', `${name}-${zone}`),
        provider: 'eks',
        zones: [zone],
        instanceType: type,
        allocatable,
        min: each(min),
        desired: each(desired),
        max: Math.max(each(max), each(desired)),
        spot: capacity === 'spot',
        labels: new Map(Object.entries(labels)),
        taints: taint ? [taint] : [],
        replacesNodes: true,
        growsBy,
      };
    }),
  );
}

function exitsOf({ nat }: Environment['network'], zones: readonly string[], place: Placing): readonly Exit[] {
  if (nat === 'none') return [];
  return (nat === 'single' ? zones.slice(0, 1) : zones).map((zone) => ({
    resource: place('NAT gateway', `nat-${zone}`),
    zone,
    serves: nat === 'single' ? 'all' : 'its zone',
  }));
}

/** What it needs, what calls it by events, and what it calls outside. */
function needsOf(
  one: Service | FunctionHere,
  workloads: ReadonlyMap<string, Simulated>,
  managed: ReadonlyMap<string, Managed>,
  { optional = [] }: SimulationSettings,
  at: Node,
): readonly Dependency[] {
  const from = workloads.get(one.name)!;
  const canDoWithout = new Set(optional.map((text) => text.replace(/\s+/g, '')));
  const to = (name: string): Dependency['to'] | undefined => {
    const workload = workloads.get(name);
    if (workload) return { kind: 'workload', workload };
    const store = managed.get(name);
    return store && { kind: 'managed', managed: store };
  };
  const triggers =
    one.kind === 'function'
      ? one.triggers.flatMap((trigger) => ('datastore' in trigger ? [trigger.datastore] : []))
      : [];
  const names = new Set([...one.needs.map(({ name }) => name), ...triggers]);
  return [
    ...[...names].flatMap((name) => {
      const found = to(name);
      return found ? [{ name, to: found, through: triggers.includes(name) ? 'on' : 'needs' }] : [];
    }),
    ...one.egress.map(({ host }) => ({
      name: host,
      to: { kind: 'external' as const, host },
      through: 'egress',
    })),
  ].map((found) => ({
    from,
    to: found.to,
    through: found.through,
    at,
    optional: canDoWithout.has(`${one.name}->${found.name}`),
  }));
}
