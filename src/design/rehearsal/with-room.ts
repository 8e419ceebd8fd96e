import { type Platform, type Running, start } from '../../simulation/platform/platform.ts';
import { loseEachNode, loseEachZone } from '../../simulation/scenarios/machines.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { Environment, NodePool } from '../environment.ts';
import { costsOf } from '../resolve/costs.ts';
import { platformOf, type Standing } from './platform-of.ts';

/** Nodes that are added at most: what has no place then asks for more than any node has. */
const mostAdded = 12;

/**
 * Gives a cluster the nodes that its pods need to be placed, and to be on two of them where there are two; and lets it grow
 * to those that they need in the zones that are left when one is lost. The numbers that were reckoned from what pods
 * request are tried, and raised as long as that helps.
 */
export function withRoom(environment: Environment, standing: Standing, choices: Choices): Environment {
  if (!environment.cluster) return environment;
  const tried = new Map<Environment, Tried>();
  const tryOnce = (one: Environment): Tried => {
    const known = tried.get(one) ?? begin(one, standing);
    tried.set(one, known);
    return known;
  };
  const placed = raised(
    environment,
    (one) => lackingIn(tryOnce(one)),
    (one) => larger(one, choices),
  );
  return placed.zones.length < 2 ? placed : raised(placed, (one) => lostWithZones(tryOnce(one)), growing);
}

interface Tried {
  readonly platform: Platform;
  readonly running: Running;
}

function begin(environment: Environment, standing: Standing): Tried {
  const { platform } = platformOf(standing, environment);
  return { platform, running: start(platform) };
}

/** The environment after so many steps as leave the least lacking; itself where none helps. */
function raised(
  environment: Environment,
  lackingIn: (one: Environment) => number,
  step: (one: Environment) => Environment,
): Environment {
  const before = lackingIn(environment);
  let lacking = before;
  let one = environment;
  for (let added = 0; added < mostAdded && lacking > 0; added++) {
    one = step(one);
    lacking = lackingIn(one);
  }
  return lacking < before ? one : environment;
}

/** Pods without a place, and workloads that go with one node though they have several pods. */
function lackingIn({ platform, running }: Tried): number {
  const gone = loseEachNode(platform, running)
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ state, before, workload }) => state === 'down' && before > 0 && workload.replicas > 1);
  return running.unplaced.length + new Set(gone.map(({ workload }) => workload)).size;
}

function larger(environment: Environment, choices: Choices): Environment {
  const { cluster, zones } = environment;
  const nodePools = cluster!.nodePools.map((pool): NodePool => {
    if (pool.name !== 'general') return pool;
    // a node in each zone, as the groups of a pool are made
    const desired = pool.desired + zones.length;
    // what may be off may have none
    const min = pool.min === 0 ? 0 : Math.max(pool.min, 2);
    return { ...pool, desired, min, max: Math.max(pool.max, desired + zones.length) };
  });
  const next = { ...environment, cluster: { ...cluster!, nodePools } };
  return { ...next, costs: costsOf(next, choices) };
}

/** Workloads that go with a zone though they have several pods. */
function lostWithZones({ platform, running }: Tried): number {
  const gone = loseEachZone(platform, running)
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ state, before, workload }) => state === 'down' && before > 0 && workload.replicas > 1);
  return new Set(gone.map(({ workload }) => workload)).size;
}

/** Each zone may have a node more: it costs nothing until it is made. */
function growing(environment: Environment): Environment {
  const { cluster, zones } = environment;
  const nodePools = cluster!.nodePools.map((pool) =>
    pool.name === 'general' ? { ...pool, max: pool.max + zones.length } : pool,
  );
  return { ...environment, cluster: { ...cluster!, nodePools } };
}
