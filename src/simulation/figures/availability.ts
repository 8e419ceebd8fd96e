import { type Promised, type PromiseId, promises } from '../../../data/availability/promises.ts';
import type { SimulationSettings } from '../../config/simulation.ts';
import type { Provider } from '../platform/allocatable.ts';
import { type Dependency, nameOf } from '../platform/dependencies.ts';
import type { Platform, Running } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import type { Objective } from './objectives.ts';

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
export function boundsOf(platform: Platform, running: Running): readonly Bound[] {
  return platform.workloads
    .filter(({ kind, replicas }) => (kind === 'serving' || kind === 'function') && replicas > 0)
    .map((workload) =>
      boundOf(workload, componentsOf(platform, running, workload), objectiveFor(workload, platform)),
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

function componentsOf(platform: Platform, running: Running, first: Workload): readonly Component[] {
  const found = new Map<string, Component>();
  const seen = new Set<Workload>();
  const visit = (workload: Workload) => {
    if (seen.has(workload)) return;
    seen.add(workload);
    found.set(workload.address, machinesOf(running, workload, platform.settings));
    for (const dependency of platform.dependencies) {
      if (dependency.from !== workload || dependency.optional) continue;
      if (dependency.to.kind === 'workload') visit(dependency.to.workload);
      else found.set(nameOf(dependency.to), calledBy(dependency, platform));
    }
  };
  visit(first);
  const { door } = first;
  const promise =
    door && (door.promise ?? (platform.pools.some(({ provider }) => provider === 'eks') ? 'elb' : undefined));
  if (door && promise)
    found.set('door', {
      ...published(promise, platform.settings),
      what: `${promise === 'elb' ? 'the load balancer' : promises[promise].what} of ${door.address}`,
    });
  return [...found.values()];
}

/** The machines that a workload runs on: one, or several in different zones. */
function machinesOf(
  { pods, cluster, poolOf }: Running,
  workload: Workload,
  settings: SimulationSettings,
): Component {
  const { address, runs } = workload;
  if (runs === 'function') return { ...published('lambda', settings), what: `${address}: AWS Lambda` };
  const nodes = (pods.get(workload) ?? []).flatMap(({ node }) =>
    node >= 0 ? [cluster.nodes[node]!.spec] : [],
  );
  const zones = new Set(nodes.map(({ zone }) => zone));
  const machines = new Set(nodes.map(({ name }) => name));
  const all = nodes.length === 1 ? `one ${runs}` : `${nodes.length} ${runs}s`;
  const spread =
    zones.size > 1
      ? `${all} in ${zones.size} zones`
      : machines.size > 1
        ? `${all} in one zone`
        : runs === 'pod'
          ? `${all} on one node`
          : all;
  const what = `${address}: ${nodes.length === 0 ? `none of its ${runs}s finds a place` : spread}`;
  const provider = nodes[0] && poolOf.get(nodes[0].pool)?.provider;
  if (provider === undefined || !byAmazon.has(provider))
    return { what, percent: undefined, source: 'no published figure for its machines' };
  const one = provider === 'fargate' ? 'fargate-task' : 'ec2-instance';
  const several = provider === 'fargate' ? 'fargate-region' : 'ec2-region';
  return { ...published(zones.size > 1 ? several : one, settings), what };
}

const byAmazon: ReadonlySet<Provider> = new Set<Provider>(['eks', 'ecs', 'fargate', 'ec2']);

function calledBy({ to }: Dependency, { settings }: Platform): Component {
  const name = nameOf(to);
  const set = settings.availability?.[name];
  if (set !== undefined) return { what: name, percent: set, source: 'as set in simulation.availability' };
  const promise = to.kind === 'managed' ? to.managed.promise : undefined;
  const what = to.kind === 'managed' ? `${name}: ${to.managed.as}` : name;
  if (promise === undefined)
    return { what, percent: undefined, source: 'no published figure; set it in simulation.availability' };
  return { ...published(promise, settings), what };
}

/** What a provider promises, unless the user sets another figure by its name. */
function published(id: PromiseId, { availability }: SimulationSettings): Omit<Component, 'what'> {
  const set = availability?.[id];
  if (set !== undefined) return { percent: set, source: `as set in simulation.availability.${id}` };
  const { percent, source, date, assumed }: Promised = promises[id];
  return {
    percent,
    source: assumed
      ? `assumed, by what others quote of ${source}; simulation.availability.${id} sets it`
      : `${source}${date ? `, ${date}` : ''}`,
  };
}

/** What is set for the workload or one of its Services, otherwise what the repository states for either. */
function objectiveFor(
  { name, address, services }: Workload,
  { settings, objectives: stated }: Platform,
): Objective | undefined {
  const names = [address, name, ...services.map((one) => one.name)];
  for (const one of names) {
    const percent = settings.objectives?.[one];
    if (percent !== undefined) return { service: one, percent, by: 'simulation.objectives' };
  }
  return stated.filter(({ service }) => names.includes(service)).sort((a, b) => b.percent - a.percent)[0];
}
