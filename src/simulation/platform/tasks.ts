import type { SimulationSettings } from '../../config/simulation.ts';
import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Part } from '../scenarios/outcome.ts';
import { hostKey, type PodSpec, zoneKey } from '../scheduling/pod.ts';
import { alonePool, aloneSpec, plainSpec } from './alone.ts';
import type { Assumptions } from './assumption.ts';
import type { NodePool } from './node-pool.ts';
import { flagAt, isUnknownAt, numberAt } from './reading.ts';
import { ecsMark } from './scaling-groups.ts';
import { zonesOfSubnets } from './subnets.ts';
import { doorBefore, givenName, noticedBy, targetGroupsOf } from './targets.ts';
import { sizeOfTask, taskDefinitionOf } from './task-size.ts';
import type { Rollout, Workload } from './workload.ts';

/** A workload, and the pools of machines that are there for it alone. */
export interface Placed {
  readonly workload: Workload;
  readonly pools: readonly NodePool[];
}

export const ecsServiceType = 'aws_ecs_service';

/** Services of ECS: tasks, each on a machine of Fargate of its own, or on container instances. */
export function tasksOf(
  graph: Graph,
  resources: readonly Resource[],
  allZones: readonly string[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly Placed[] {
  return resources.flatMap((resource) =>
    resource.type === ecsServiceType ? [serviceOf(graph, resource, allZones, settings, assume)] : [],
  );
}

function serviceOf(
  graph: Graph,
  resource: Resource,
  allZones: readonly string[],
  settings: SimulationSettings,
  assume: Assumptions,
): Placed {
  const { body, address } = resource;
  const name = givenName(resource);
  const definition = taskDefinitionOf(graph, resource);
  const size = sizeOfTask(definition, address, settings, assume);
  const { fewest, most } = countOf(graph, resource, assume);
  const on = machinesOf(graph, resource);
  const isDaemon = textAt(body, 'scheduling_strategy') === 'DAEMON';
  const rebalanced = textAt(body, 'availability_zone_rebalancing') === 'ENABLED';
  const healthy = numberAt(body, 'deployment_minimum_healthy_percent') ?? 100;
  const groups = targetGroupsOf(graph, resource);
  const door = doorBefore(graph, groups);
  const set = settings.enough?.[name] ?? settings.enough?.[address];
  const keeps = Math.max(1, Math.ceil((healthy * fewest) / 100));
  const workload: Workload = {
    resource,
    address,
    name,
    namespace: '',
    kind: isDaemon ? 'daemon' : 'serving',
    runs: 'task',
    spec: on.fargate ? aloneSpec(address, size) : onInstances(resource, size, isDaemon),
    replicas: fewest,
    most,
    enough: set ?? keeps,
    enoughBy:
      set !== undefined
        ? 'as set'
        : healthy < 100
          ? `deployment_minimum_healthy_percent keeps ${keeps}`
          : 'nothing says how few are enough, so all are',
    rollout: rolloutOf(resource, fewest, healthy),
    zonal: false,
    isStore: false,
    stateful: false,
    hasReadiness: groups.length > 0 || definition?.checksHealth === true,
    toleratesLossFor: 0,
    services: [],
    ...(door ? { door } : {}),
    keptApart: [...(on.fargate ? (['node'] as const) : []), ...(rebalanced ? (['zone'] as const) : [])],
    noticed: noticedBy(groups, replacement),
    setBy: { replicas: most > fewest ? 'min_capacity of its scaling target' : 'desired_count' },
  };
  if (!on.fargate) return { workload, pools: [] };
  const named = zonesOfSubnets(graph, resource, 'subnets');
  const zones = named.length > 0 ? named : allZones;
  const pool = {
    address,
    provider: 'fargate' as const,
    of: 'task' as const,
    machine: 'Fargate',
    size,
    zones,
  };
  const lasting =
    on.spot === 0 ? undefined : Math.min(fewest, Math.ceil(on.base + (fewest - on.base) * (1 - on.spot)));
  return {
    workload,
    pools: [
      ...(lasting === 0
        ? []
        : [
            alonePool({
              ...pool,
              name,
              growsBy: 'Fargate',
              ...(lasting === undefined ? {} : { most: lasting }),
            }),
          ]),
      ...(lasting === undefined
        ? []
        : [alonePool({ ...pool, name: `${name}-spot`, growsBy: 'Fargate Spot', spot: true })]),
    ],
  };
}

const replacement: Part = {
  what: 'ECS starts another task for one that is gone; its documentation gives no figure',
  seconds: undefined,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
};

/** Tasks at least and at most: of the scaling target where there is one. */
function countOf(
  graph: Graph,
  resource: Resource,
  assume: Assumptions,
): { readonly fewest: number; readonly most: number } {
  const { body, address } = resource;
  const [target] = graph
    .to(resource)
    .flatMap(({ from }) => (from.type === 'aws_appautoscaling_target' ? [from] : []));
  const least = numberAt(target?.body, 'min_capacity');
  const most = numberAt(target?.body, 'max_capacity');
  const desired = numberAt(body, 'desired_count');
  const known = least ?? desired;
  if (known === undefined && (target || isUnknownAt(body, 'desired_count')))
    assume.add({ about: address, assumed: '1 task', because: 'its number of tasks is not known here' });
  // what is not set is 0. Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service
  const fewest = Math.min(1000, known ?? (target || isUnknownAt(body, 'desired_count') ? 1 : 0));
  return { fewest, most: Math.max(fewest, most ?? fewest) };
}

interface Machines {
  readonly fargate: boolean;
  /** tasks that do not stand on spot in any case */
  readonly base: number;
  /** share of the others that stands on spot */
  readonly spot: number;
}

/** By its capacity providers, those of its cluster, or its launch type. */
function machinesOf(graph: Graph, resource: Resource): Machines {
  const { body } = resource;
  const own = itemsAt(body, 'capacity_provider_strategy');
  const [cluster] = graph.from(resource).flatMap(({ to }) => (to.type === 'aws_ecs_cluster' ? [to] : []));
  const ofCluster = (cluster ? graph.to(cluster) : []).flatMap(({ from }) =>
    from.type === 'aws_ecs_cluster_capacity_providers'
      ? itemsAt(from.body, 'default_capacity_provider_strategy')
      : [],
  );
  const launch = textAt(body, 'launch_type');
  if (launch !== '') return { fargate: launch === 'FARGATE', base: 0, spot: 0 };
  const strategy = own.length > 0 ? own : ofCluster;
  const weight = (item: Node) => numberAt(item, 'weight') ?? 0;
  const isSpot = (item: Node) => textAt(item, 'capacity_provider') === 'FARGATE_SPOT';
  const total = strategy.reduce((sum, item) => sum + weight(item), 0);
  const spot = strategy.reduce((sum, item) => sum + (isSpot(item) ? weight(item) : 0), 0);
  const base = strategy.reduce((sum, item) => sum + (isSpot(item) ? 0 : (numberAt(item, 'base') ?? 0)), 0);
  const fargate = strategy.some((item) => /^FARGATE/.test(textAt(item, 'capacity_provider')));
  return { fargate, base, spot: total > 0 ? spot / total : 0 };
}

/** On container instances: spread over zones where nothing else is said. Source: Amazon ECS Developer Guide, task placement strategies. */
function onInstances(resource: Resource, size: { cpu: number; memory: number }, isDaemon: boolean): PodSpec {
  const { body, address } = resource;
  const spec = plainSpec(address, size);
  const self = { equal: [...spec.labels], expressions: [] };
  const strategies = itemsAt(body, 'ordered_placement_strategy');
  const fields = strategies
    .filter((one) => textAt(one, 'type') === 'spread')
    .map((one) => textAt(one, 'field'));
  const keys = [
    ...(strategies.length === 0 || fields.includes('attribute:ecs.availability-zone') ? [zoneKey] : []),
    ...(fields.some((field) => /^(instanceId|host)$/.test(field)) ? [hostKey] : []),
  ];
  const apart = itemsAt(body, 'placement_constraints').some(
    (one) => textAt(one, 'type') === 'distinctInstance',
  );
  return {
    ...spec,
    nodeSelector: [[ecsMark, 'true']],
    tolerations: [{ key: ecsMark, operator: 'Exists', value: '' }],
    ...(isDaemon ? { daemon: true } : {}),
    spread: keys.map((topologyKey) => ({
      topologyKey,
      maxSkew: 1,
      minDomains: 1,
      hard: false,
      selector: self,
    })),
    ...(apart ? { antiAffinity: [{ selector: self, namespaces: new Set(['']), topologyKey: hostKey }] } : {}),
  };
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html */
function rolloutOf({ body }: Resource, replicas: number, healthy: number): Rollout {
  const controller = textAt(body, 'deployment_controller', 'type');
  if (controller === 'CODE_DEPLOY' || controller === 'EXTERNAL')
    return { strategy: 'rolling', surge: replicas, unavailable: 0 };
  const most = numberAt(body, 'deployment_maximum_percent') ?? 200;
  const breaker = body.peek('deployment_circuit_breaker');
  return {
    strategy: 'rolling',
    surge: Math.max(0, Math.floor((most * replicas) / 100) - replicas),
    unavailable: Math.max(0, replicas - Math.ceil((healthy * replicas) / 100)),
    ...(flagAt(breaker, 'enable') && flagAt(breaker, 'rollback')
      ? { takenBackBy: 'the deployment circuit breaker of ECS' }
      : {}),
  };
}
