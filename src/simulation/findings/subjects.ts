import type { SimulationSettings } from '../../config/simulation.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Bound } from '../figures/availability.ts';
import type { Recovery } from '../figures/recovery.ts';
import type { Exit } from '../platform/exits.ts';
import type { Managed } from '../platform/managed.ts';
import type { Workload } from '../platform/workload.ts';
import { type Simulated, simulate } from '../simulate.ts';

const key = Symbol('simulation');

/** Runs the simulation for a graph, once; later calls give the same answer. */
export function simulatedIn(graph: Graph, settings: SimulationSettings = {}): readonly Simulated[] {
  return graph.derive(key, () => simulate(graph, settings));
}

interface OfPlatform extends Subject {
  readonly simulated: Simulated;
}

export interface TriedWorkload extends OfPlatform {
  readonly workload: Workload;
}

export const triedWorkloads: Selector<TriedWorkload> = {
  of: 'workloads that lost each node and zone in turn',
  find: (graph) =>
    simulatedIn(graph).flatMap((simulated) =>
      simulated.platform.workloads
        .filter(({ kind, replicas }) => kind !== 'daemon' && replicas > 0)
        .map((workload) => ({
          resource: workload.resource,
          node: workload.resource.body,
          workload,
          simulated,
        })),
    ),
};

export interface TriedStore extends OfPlatform {
  readonly managed: Managed;
}

/** Databases, caches and the like that some workload is seen to call. */
export const triedStores: Selector<TriedStore> = {
  of: 'managed services that lost their zone',
  find: (graph) =>
    simulatedIn(graph).flatMap((simulated) =>
      simulated.platform.managed
        .filter((managed) =>
          simulated.platform.dependencies.some(({ to }) => to.kind === 'managed' && to.managed === managed),
        )
        .map((managed) => ({ resource: managed.resource, node: managed.resource.body, managed, simulated })),
    ),
};

export interface TriedExit extends OfPlatform {
  readonly exit: Exit;
}

export const triedExits: Selector<TriedExit> = {
  of: 'NAT gateways that were lost',
  find: (graph) =>
    simulatedIn(graph).flatMap((simulated) =>
      simulated.platform.exits.map((exit) => ({
        resource: exit.resource,
        node: exit.resource.body,
        exit,
        simulated,
      })),
    ),
};

export interface Promised extends OfPlatform {
  readonly bound: Bound;
}

export const promisedServices: Selector<Promised> = {
  of: 'availability objectives',
  find: (graph) =>
    simulatedIn(graph).flatMap((simulated) =>
      simulated.bounds
        .filter(({ objective }) => objective !== undefined)
        .map((bound) => ({
          resource: bound.workload.resource,
          node: bound.objective?.at ?? bound.workload.resource.body,
          bound,
          simulated,
        })),
    ),
};

export interface Recoverable extends OfPlatform {
  readonly recovery: Recovery;
}

export const recoverableStores: Selector<Recoverable> = {
  of: 'stores of data with a recovery target',
  find: (graph) =>
    simulatedIn(graph).flatMap((simulated) =>
      simulated.recoveries
        .filter(({ target }) => target !== undefined)
        .map((recovery) => ({
          resource: recovery.resource,
          node: recovery.resource.body,
          recovery,
          simulated,
        })),
    ),
};
