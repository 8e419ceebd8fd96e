import { start } from '../../simulation/platform/platform.ts';
import { loseEachNode } from '../../simulation/scenarios/machines.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { Environment, NodePool } from '../environment.ts';
import { costsOf } from '../resolve/costs.ts';
import { platformOf, type Standing } from './platform-of.ts';

/** Nodes that are added at most: what has no place then asks for more than any node has. */
const mostAdded = 12;

/**
 * Gives a cluster the nodes that its pods need to be placed, and to be on two of them where there are two: the number that
 * was reckoned from what they request is tried, and raised as long as that helps.
 */
export function withRoom(environment: Environment, standing: Standing, choices: Choices): Environment {
  if (!environment.cluster) return environment;
  const before = lackingIn(environment, standing);
  let lacking = before;
  let one = environment;
  for (let added = 0; added < mostAdded && lacking > 0; added++) {
    const next = larger(one, choices);
    one = next;
    lacking = lackingIn(next, standing);
  }
  return lacking < before ? one : environment;
}

/** Pods without a place, and workloads that go with one node though they have several pods. */
function lackingIn(environment: Environment, standing: Standing): number {
  const { platform } = platformOf(standing, environment);
  const running = start(platform);
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
