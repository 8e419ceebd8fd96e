import type { Node } from '../../model/node.ts';
import type { Bound, Component } from '../../simulation/figures/availability.ts';
import type { Figure, Recovery } from '../../simulation/figures/recovery.ts';
import { modelled, notModelled } from '../../simulation/modelled.ts';
import { nameOf } from '../../simulation/platform/dependencies.ts';
import type { Outcome, Part } from '../../simulation/scenarios/outcome.ts';
import type { Simulated } from '../../simulation/simulate.ts';
import { version } from '../../version.ts';
import type { SimulatedEnvironment, SimulatedOutcome, SimulationReport } from './report.ts';

/** Makes plain data of what was simulated: all formats are made from it. */
export function assembleSimulation(simulated: readonly Simulated[]): SimulationReport {
  return {
    tool: { name: 'plinth', version },
    schema: 1,
    environments: simulated.map(environmentOf),
    modelled,
    notModelled,
  };
}

function environmentOf({
  platform,
  running,
  unplaced,
  scenarios,
  bounds,
  recoveries,
}: Simulated): SimulatedEnvironment {
  const { cluster } = running;
  return {
    name: platform.name,
    production: platform.isProduction,
    zones: platform.zones,
    pools: platform.pools.map(
      ({ name, resource, instanceType, zones, desired, max, growsBy, spot, alone, allocatable }) => ({
        name,
        ...(resource ? { resource: resource.address } : {}),
        instanceType,
        zones,
        nodes: cluster.nodes.filter((node) => node.alive && node.spec.pool === name).length || desired,
        most: max,
        ...(growsBy ? { growsBy } : {}),
        spot,
        ...(alone ? { alone } : {}),
        allocatable: { millicores: allocatable.cpu, bytes: allocatable.memory, pods: allocatable.pods },
      }),
    ),
    workloads: platform.workloads
      .filter(({ kind }) => kind !== 'daemon')
      .map((workload) => ({
        address: workload.address,
        ...placeOf(workload.resource.body),
        replicas: workload.replicas,
        most: workload.most,
        enough: workload.enough,
        enoughBy: workload.enoughBy,
        nodes: (running.pods.get(workload) ?? []).flatMap(({ node }) =>
          node >= 0 ? [cluster.nodes[node]!.spec.name] : [],
        ),
        calls: platform.dependencies
          .filter(({ from }) => from === workload)
          .map(({ to, through, optional }) => ({
            what: to.kind === 'workload' ? to.workload.address : nameOf(to),
            through,
            optional,
          })),
      })),
    services: platform.managed.map(({ address, as, survivesZone }) => ({
      address,
      as,
      survivesZone: survivesZone === undefined ? 'not told' : survivesZone ? 'yes' : 'no',
    })),
    unplaced: unplaced.map(({ workload, waiting, why }) => ({
      workload: workload.address,
      ...placeOf(workload.resource.body),
      waiting,
      why,
    })),
    assumptions: platform.assumptions,
    scenarios: scenarios.map(({ id, kind, title, outcomes, notes }) => ({
      id,
      kind,
      title,
      outcomes: outcomes.map(outcomeOf),
      notes,
    })),
    availability: bounds.map(boundOf),
    recovery: recoveries.map(recoveryOf),
    leftOut: platform.leftOut,
  };
}

function outcomeOf({
  workload,
  duration,
  remedy,
  byLuck,
  blocks,
  later,
  ...rest
}: Outcome): SimulatedOutcome {
  const { state, before, left, restored, needed, why } = rest;
  return {
    workload: workload.address,
    ...placeOf(workload.resource.body),
    state,
    before,
    left,
    restored,
    needed,
    ...(duration?.seconds ? { seconds: { least: duration.seconds[0], most: duration.seconds[1] } } : {}),
    ...(duration ? { until: duration.until } : {}),
    parts: duration?.parts.map(partOf) ?? [],
    why,
    ...(byLuck ? { byLuck } : {}),
    ...(blocks ? { blocks } : {}),
    ...(later ? { later } : {}),
    ...(remedy
      ? { remedy: { what: remedy.what, tried: remedy.tried, fix: remedy.fix ? 'unsafe' : 'none' } }
      : {}),
  };
}

function partOf({ what, seconds, source }: Part): SimulatedOutcome['parts'][number] {
  if (seconds === undefined) return { what, source };
  const [least, most] = typeof seconds === 'number' ? [seconds, seconds] : seconds;
  return { what, least, most, source };
}

function boundOf({
  workload,
  percent,
  components,
  limit,
  objective,
  reachable,
  minutes,
}: Bound): SimulatedEnvironment['availability'][number] {
  return {
    workload: workload.address,
    percent: rounded(percent),
    minutesTaken: rounded(minutes.taken),
    components: components.map(componentOf),
    ...(limit ? { limit: componentOf(limit) } : {}),
    ...(objective
      ? {
          objective: {
            percent: objective.percent,
            by: objective.by,
            minutesAllowed: rounded(minutes.allowed!),
            reachable: reachable === true,
          },
        }
      : {}),
  };
}

function componentOf({ what, percent, source }: Component) {
  return { what, ...(percent === undefined ? {} : { percent }), source };
}

function recoveryOf({
  resource,
  as,
  rpo,
  rpoBy,
  failover,
  rto,
  steps,
  elsewhere,
  target,
  misses,
}: Recovery): SimulatedEnvironment['recovery'][number] {
  return {
    resource: resource.address,
    ...placeOf(resource.body),
    as,
    rpo: figure(rpo),
    rpoBy,
    failover,
    rto: figure(rto),
    steps,
    otherRegion: elsewhere,
    ...(target ? { target } : {}),
    misses,
  };
}

function figure(value: Figure): number | 'never' | 'not told' {
  return value ?? 'not told';
}

function rounded(number: number): number {
  return Number(number.toFixed(4));
}

function placeOf(node: Node): { readonly file: string; readonly line: number } {
  const { file, start } = node.origin();
  return { file: file.path, line: file.lineAt(start) };
}
