import { zonesOf } from '../../../data/aws/zones.ts';
import type { EnvironmentAsked } from '../../blueprint/blueprint.ts';
import { standbyName } from '../../blueprint/names.ts';
import type { Environment, NodePool } from '../environment.ts';
import type { Service } from '../workload.ts';
import type { AddressPlan } from './addresses.ts';
import { nodesOfHosted } from './cluster.ts';
import { costOfStandby } from './cost-of-standby.ts';
import { type Given, resolveEnvironment } from './environment.ts';

/** A small copy of everything: the share of what it stands in for that a warm standby runs. */
const warmShare = 1 / 3;

/** An environment with itself as it comes up in its recovery region. */
export function withStandby(
  main: Environment,
  asked: EnvironmentAsked,
  plan: AddressPlan,
  given: Given,
): Environment {
  const { recoveryRegion, schedule: _, ...rest } = asked;
  const { recovery, services, cluster } = main;
  if (recoveryRegion === undefined || !plan.recovery || !recovery) return main;
  const there = {
    ...rest,
    name: standbyName(main.name),
    region: recoveryRegion,
    zones: Math.min(asked.zones, zonesOf(recoveryRegion).length),
    // bringing it up is what was approved
    approvals: 0,
  };
  const resolved = resolveEnvironment(there, { ...plan, cidr: plan.recovery }, given, main);
  const warm = recovery.strategy === 'warm-standby';
  const standby: Environment = {
    ...resolved,
    ...(resolved.cluster && cluster
      ? {
          cluster: {
            ...resolved.cluster,
            nodePools: cluster.nodePools.map((one) => standing(one, warm, resolved)),
          },
        }
      : {}),
    services: warm ? resolved.services.map((one) => reduced(one, services)) : resolved.services,
  };
  return { ...main, standby, costs: [...main.costs, ...costOfStandby(standby, recovery, given.choices)] };
}

/**
 * What the cluster itself needs stands, and in a warm standby its databases, which follow as large as they are; nodes for
 * workloads are added by what adds nodes, as soon as they are asked for.
 */
function standing(pool: NodePool, warm: boolean, { datastores, zones }: Environment): NodePool {
  if (pool.name === 'system') return pool;
  if (!warm) return { ...pool, min: 0, desired: 0 };
  const whole = pool.name === 'general' ? Math.min(pool.desired, nodesOfHosted(datastores, pool)) : 0;
  const desired = whole + Math.ceil((pool.desired - whole) * warmShare);
  return {
    ...pool,
    min: Math.min(pool.min, desired),
    desired: pool.min > 0 ? Math.max(desired, zones.length) : desired,
  };
}

function reduced(one: Service, mains: readonly Service[]): Service {
  const { min, max, cpu } = mains.find(({ name }) => name === one.name)?.scale ?? one.scale;
  return { ...one, scale: { min: Math.max(Math.min(2, min), Math.ceil(min * warmShare)), max, cpu } };
}
