import { type Promised, promises } from '../../../data/availability/promises.ts';
import type { Graph } from '../../graph/graph.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import { type Dependency, nameOf } from '../platform/dependencies.ts';
import type { Platform, Running } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { type Objective, objectivesIn } from './objectives.ts';

/** One thing that a service cannot be up without. */
export interface Component {
  readonly what: string;
  /** percent; `undefined` where nobody publishes one */
  readonly percent: number | undefined;
  readonly source: string;
}

/** How available a service can be at best, by what its parts promise, beside what it promises itself. */
export interface Bound {
  readonly workload: Workload;
  /** percent of a month: the product of all components with a figure */
  readonly percent: number;
  readonly components: readonly Component[];
  /** the component that limits it most */
  readonly limit: Component | undefined;
  readonly objective?: Objective;
  /** whether the objective can be reached at all; only where there is one */
  readonly reachable?: boolean;
  /** minutes in a month of 30 days: what the objective allows, and what the components may take */
  readonly minutes: { readonly allowed?: number; readonly taken: number };
}

const minutesOfMonth = 30 * 24 * 60;

/** Availability in series is the product of the parts; each part counts once, however many ways lead to it. */
export function boundsOf(graph: Graph, platform: Platform, running: Running): readonly Bound[] {
  const stated = objectivesIn(platform.resources);
  return platform.workloads
    .filter(({ kind, replicas }) => kind === 'serving' && replicas > 0)
    .map((workload) =>
      boundOf(
        workload,
        componentsOf(graph, platform, running, workload),
        objectiveFor(workload, platform, stated),
      ),
    );
}

export function boundOf(workload: Workload, components: readonly Component[], objective?: Objective): Bound {
  const known = components.filter(({ percent }) => percent !== undefined);
  const percent = inSeries(known.map((one) => one.percent!));
  const limit = known.reduce<Component | undefined>(
    (low, one) => (low === undefined || one.percent! < low.percent! ? one : low),
    undefined,
  );
  const taken = minutesIn(percent);
  if (!objective) return { workload, percent, components, limit, minutes: { taken } };
  const allowed = minutesIn(objective.percent);
  return {
    workload,
    percent,
    components,
    limit,
    objective,
    reachable: percent >= objective.percent,
    minutes: { allowed, taken },
  };
}

/** All of them are needed. */
export function inSeries(percents: readonly number[]): number {
  return percents.reduce((product, percent) => (product * percent) / 100, 100);
}

/** One of them is enough, and they fail apart. */
export function inParallel(percents: readonly number[]): number {
  return 100 - percents.reduce((down, percent) => (down * (100 - percent)) / 100, 100);
}

/** Minutes of a month of 30 days that are not covered. */
export function minutesIn(percent: number): number {
  return (minutesOfMonth * (100 - percent)) / 100;
}

function componentsOf(
  graph: Graph,
  platform: Platform,
  running: Running,
  first: Workload,
): readonly Component[] {
  const found = new Map<string, Component>();
  const seen = new Set<Workload>();
  const visit = (workload: Workload) => {
    if (seen.has(workload)) return;
    seen.add(workload);
    found.set(workload.address, machinesOf(running, workload));
    for (const dependency of platform.dependencies) {
      if (dependency.from !== workload || dependency.optional) continue;
      if (dependency.to.kind === 'workload') visit(dependency.to.workload);
      else found.set(nameOf(dependency.to), calledBy(dependency, platform));
    }
  };
  visit(first);
  const door = doorTo(graph, first.resource);
  const isAws = platform.pools.some(({ provider }) => provider === 'eks');
  if (door && isAws)
    found.set('door', { ...published(promises.elb), what: `the load balancer of ${door.address}` });
  return [...found.values()];
}

/** The machines that a workload runs on: one, or several in different zones. */
function machinesOf({ pods, cluster, poolOf }: Running, workload: Workload): Component {
  const nodes = (pods.get(workload) ?? []).flatMap(({ node }) =>
    node >= 0 ? [cluster.nodes[node]!.spec] : [],
  );
  const zones = new Set(nodes.map(({ zone }) => zone));
  const machines = new Set(nodes.map(({ name }) => name));
  const spread =
    zones.size > 1
      ? `${nodes.length} pods in ${zones.size} zones`
      : machines.size > 1
        ? `${nodes.length} pods in one zone`
        : `${nodes.length === 1 ? 'one pod' : `${nodes.length} pods`} on one node`;
  const what = `${workload.address}: ${nodes.length === 0 ? 'none of its pods finds a place' : spread}`;
  const pool = nodes[0] && poolOf.get(nodes[0].pool);
  if (pool?.provider !== 'eks')
    return { what, percent: undefined, source: 'no published figure for its machines' };
  return { ...published(zones.size > 1 ? promises['ec2-region'] : promises['ec2-instance']), what };
}

function calledBy({ to }: Dependency, { settings }: Platform): Component {
  const name = nameOf(to);
  const set = settings.availability?.[name];
  if (set !== undefined) return { what: name, percent: set, source: 'as set in simulation.availability' };
  const promise = to.kind === 'managed' ? to.managed.promise : undefined;
  const what = to.kind === 'managed' ? `${name}: ${to.managed.as}` : name;
  if (promise === undefined)
    return { what, percent: undefined, source: 'no published figure; set it in simulation.availability' };
  return { ...published(promises[promise]), what };
}

function published({ percent, source, date }: Promised): Omit<Component, 'what'> {
  return { percent, source: date ? `${source}, ${date}` : source };
}

/** What is set for the workload or one of its Services, otherwise what the repository states for either. */
function objectiveFor(
  { name, address, services }: Workload,
  { settings }: Platform,
  stated: readonly Objective[],
): Objective | undefined {
  const names = [address, name, ...services.map((one) => one.name)];
  for (const one of names) {
    const percent = settings.objectives?.[one];
    if (percent !== undefined) return { service: one, percent, by: 'simulation.objectives' };
  }
  return stated.filter(({ service }) => names.includes(service)).sort((a, b) => b.percent - a.percent)[0];
}
