import type { SimulationSettings } from '../../config/simulation.ts';
import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import type { Part } from '../scenarios/outcome.ts';
import { alonePool, aloneSpec } from './alone.ts';
import type { Assumptions } from './assumption.ts';
import { smallestOf } from './node-pool.ts';
import { flagAt, numberAt, textsAt } from './reading.ts';
import { groupPool, groupType, useOf } from './scaling-groups.ts';
import { defaults } from './settings.ts';
import { doorBefore, noticedBy, targetGroupsOf } from './targets.ts';
import type { Placed } from './tasks.ts';
import type { Rollout } from './workload.ts';

/** Autoscaling groups whose instances are the service itself: as many machines as are wanted, kept even over zones. */
export function instancesOf(
  graph: Graph,
  resources: readonly Resource[],
  allZones: readonly string[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly Placed[] {
  return resources.flatMap((resource) =>
    resource.type === groupType && useOf(graph, resource).for === 'itself'
      ? [groupOf(graph, resource, allZones, settings, assume)]
      : [],
  );
}

function groupOf(
  graph: Graph,
  resource: Resource,
  allZones: readonly string[],
  settings: SimulationSettings,
  assume: Assumptions,
): Placed {
  const { address, body } = resource;
  const pool = groupPool(graph, resource);
  const stated = pool.desired ?? pool.min;
  if (stated === undefined)
    assume.add({
      about: address,
      assumed: '1 instance',
      because: 'its size cannot be told from the repository',
    });
  const replicas = Math.min(1000, stated ?? 1);
  const machine =
    smallestOf(pool.instanceTypes, 'ec2') ??
    smallestOf([settings.instanceType ?? defaults.instanceType], 'ec2')!;
  if (!pool.instanceTypes.includes(machine.type))
    assume.add({
      about: address,
      assumed: `instances of ${machine.type}`,
      because:
        pool.instanceTypes.length > 0
          ? `the instance type ${pool.instanceTypes.join(', ')} is not known to Plinth`
          : 'its instance type is not told in the repository',
      setBy: '--instance-type, simulation.instanceType',
    });
  const size = { cpu: machine.allocatable.cpu, memory: machine.allocatable.memory };
  const groups = targetGroupsOf(graph, resource);
  const door = doorBefore(graph, groups);
  const scaled = graph.to(resource).some(({ from }) => from.type === 'aws_autoscaling_policy');
  const set = settings.enough?.[pool.name] ?? settings.enough?.[address];
  const paused = textsAt(body, 'suspended_processes');
  const checked = textAt(body, 'health_check_type') === 'ELB' && groups.length > 0;
  const rollout = rolloutOf(resource, replicas);
  const held = flagAt(body, 'protect_from_scale_in') === true;
  return {
    workload: {
      resource,
      address,
      name: pool.name,
      namespace: '',
      kind: 'serving',
      runs: 'instance',
      spec: aloneSpec(address, size),
      replicas,
      most: scaled ? Math.max(replicas, pool.max ?? replicas) : replicas,
      enough: set ?? Math.max(1, replicas),
      enoughBy: set !== undefined ? 'as set' : 'nothing says how few are enough, so all are',
      rollout,
      zonal: false,
      isStore: false,
      stateful: false,
      hasReadiness: checked,
      toleratesLossFor: 0,
      services: [],
      ...(door ? { door } : {}),
      // Source: Amazon EC2 Auto Scaling User Guide, rebalancing activities
      keptApart: ['node', ...(paused.includes('AZRebalance') ? [] : (['zone'] as const))],
      setBy: { replicas: 'desired_capacity' },
      noticed: checked ? noticedBy(groups, replacement) : [replacement],
      ...(held
        ? {
            held: 'protect_from_scale_in is on, and an instance refresh waits for instances that are protected',
          }
        : {}),
    },
    pools: [
      alonePool({
        address,
        name: pool.name,
        provider: 'ec2',
        of: 'instance',
        machine: machine.type,
        size,
        zones: pool.zones.length > 0 ? pool.zones : allZones,
        growsBy: 'its autoscaling group',
        spot: pool.spot,
        most: Math.max(replicas, pool.max ?? replicas),
      }),
    ],
  };
}

const replacement: Part = {
  what: 'the group finds the instance unhealthy and starts another one; its documentation gives no figure',
  seconds: undefined,
  source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html',
};

/** Instances change only where a refresh is asked for. Source: Amazon EC2 Auto Scaling User Guide, instance refresh: 90 percent stay healthy by default. */
function rolloutOf({ body }: Resource, replicas: number): Rollout {
  const [refresh] = itemsAt(body, 'instance_refresh');
  const found = refresh ?? body.peek('instance_refresh');
  if (!found) return { strategy: 'on-delete', surge: 0, unavailable: 0 };
  const healthy = numberAt(found, 'preferences', 'min_healthy_percentage') ?? 90;
  const most = numberAt(found, 'preferences', 'max_healthy_percentage') ?? 100;
  const surge = Math.max(0, Math.floor((most * replicas) / 100) - replicas);
  const allowed = Math.max(0, replicas - Math.ceil((healthy * replicas) / 100));
  return {
    strategy: 'rolling',
    surge,
    // one has to go for the refresh to move at all
    unavailable: surge === 0 ? Math.max(1, allowed) : allowed,
    ...(flagAt(found, 'preferences', 'auto_rollback') ? { takenBackBy: 'the instance refresh' } : {}),
  };
}
