import type { SimulationSettings } from '../../config/simulation.ts';
import { regionOf } from '../../graph/aws/regions.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';
import { reservationSources } from './allocatable.ts';
import type { Assumptions } from './assumption.ts';
import { type FoundPool, type NodePool, smallestOf } from './node-pool.ts';
import { poolReaders } from './pool-readers.ts';
import { containerInstances } from './scaling-groups.ts';
import { defaults } from './settings.ts';

/** The node pools of a platform, with everything filled in that nodes are made from; each thing assumed is told. */
export function poolsOf(
  graph: Graph,
  resources: readonly Resource[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly NodePool[] {
  const found = [
    ...resources.flatMap((resource) => poolReaders[resource.type]?.(graph, resource) ?? []),
    ...containerInstances(graph, resources),
  ];
  const zones = zonesOfAll(graph, found, resources, settings, assume);
  const tool = autoscalerIn(resources, settings);
  const unique = new Map(
    found.map((pool) => [`${pool.resource.unit.id} ${pool.resource.address} ${pool.name}`, pool]),
  );
  const taken = new Set<string>();
  return [...unique.values()].map((pool) => fillIn(named(pool, taken), zones, tool, settings, assume));
}

/** Nodes are called by their pool, so two pools may not share a name. */
function named(pool: FoundPool, taken: Set<string>): FoundPool {
  let { name } = pool;
  for (let number = 2; taken.has(name); number++) name = `${pool.name}-${number}`;
  taken.add(name);
  return name === pool.name ? pool : { ...pool, name };
}

function fillIn(
  pool: FoundPool,
  allZones: readonly string[],
  tool: string | undefined,
  settings: SimulationSettings,
  assume: Assumptions,
): NodePool {
  const { name, resource, at, provider, spot, labels, taints } = pool;
  const about = `node pool ${name}`;
  const zones = pool.zones.length > 0 ? pool.zones : allZones;
  const { type, allocatable } = machineOf(pool, about, settings, assume);
  const growsBy = pool.growsBy ?? tool;
  if (pool.onDemand) {
    assume.add({
      about,
      assumed: 'the fewest nodes that its pods fit on',
      because: `${growsBy} makes nodes as pods need them`,
    });
    // Karpenter's limit is in cores
    const max = pool.max === undefined ? 1000 : Math.floor((pool.max * 1000) / allocatable.cpu);
    return {
      name,
      resource,
      ...(at ? { at } : {}),
      provider,
      zones,
      instanceType: type,
      allocatable,
      min: 0,
      desired: 0,
      max,
      spot,
      labels,
      taints,
      replacesNodes: true,
      growsBy: growsBy!,
    };
  }
  const stated = pool.desired ?? pool.min ?? settings.nodes ?? zones.length;
  const desired = Math.min(Math.max(0, Math.floor(stated)), mostNodes);
  if (stated > mostNodes)
    assume.add({
      about,
      assumed: `${mostNodes} of its ${stated} nodes`,
      because: 'more would tell nothing that these do not',
    });
  if (pool.desired === undefined && pool.min === undefined)
    assume.add({
      about,
      assumed: `${desired} nodes`,
      because:
        settings.nodes === undefined
          ? 'its size cannot be told from the repository; one in each zone'
          : 'as set',
      setBy: '--nodes, simulation.nodes',
    });
  const max = Math.max(desired, pool.max ?? desired);
  if (max > desired && !growsBy)
    assume.add({
      about,
      assumed: `stays at ${desired} of at most ${max} nodes`,
      because: 'nothing in the repository installs a node autoscaler',
      setBy: '--node-autoscaling, simulation.nodeAutoscaling',
    });
  return {
    name,
    resource,
    ...(at ? { at } : {}),
    provider,
    zones,
    instanceType: type,
    allocatable,
    min: pool.min ?? desired,
    desired,
    max,
    spot,
    labels,
    taints,
    replacesNodes: true,
    ...(growsBy ? { growsBy } : {}),
  };
}

/** Nodes of one pool that a simulation takes on. */
const mostNodes = 5000;

function machineOf(pool: FoundPool, about: string, settings: SimulationSettings, assume: Assumptions) {
  const known = smallestOf(pool.instanceTypes, pool.provider, pool.maxPods);
  if (known && pool.instanceTypes.length > 1)
    assume.add({
      about,
      assumed: `nodes of ${known.type}`,
      because: `the smallest of ${pool.instanceTypes.join(', ')}, any of which it may be`,
    });
  if (known) return known;
  const type = settings.instanceType ?? defaultType(pool.provider);
  const standIn =
    smallestOf([type], pool.provider, pool.maxPods) ??
    smallestOf([defaultType(pool.provider)], pool.provider)!;
  assume.add({
    about,
    assumed: `nodes of ${standIn.type}`,
    because:
      pool.instanceTypes.length > 0
        ? `the instance type ${pool.instanceTypes.join(', ')} is not known to Plinth`
        : 'its instance type is not told in the repository',
    setBy: '--instance-type, simulation.instanceType',
    source: reservationSources[pool.provider],
  });
  return standIn;
}

function defaultType(provider: FoundPool['provider']): string {
  if (provider === 'gke') return 'e2-standard-4';
  return provider === 'aks' ? 'Standard_D4s_v5' : defaults.instanceType;
}

const clusters: ReadonlySet<string> = new Set([
  'aws_eks_cluster',
  'aws_ecs_cluster',
  'aws_autoscaling_group',
]);

/**
 * The zones that any pool or subnet names; made up and told where there are none. A recovery site in another region has
 * subnets too, and nothing runs in them.
 */
export function zonesOfAll(
  graph: Graph,
  found: readonly Pick<FoundPool, 'zones'>[],
  resources: readonly Resource[],
  settings: SimulationSettings,
  assume: Assumptions,
): readonly string[] {
  const named = new Set(found.flatMap(({ zones }) => zones));
  for (const { type, body } of resources) {
    const zone = type === 'aws_subnet' ? body.peek('availability_zone')?.content : undefined;
    if (typeof zone === 'string') named.add(zone);
  }
  if (named.size > 0 && settings.zones === undefined) {
    const regions = resources.flatMap((one) =>
      clusters.has(one.type) ? String(regionOf(graph, one)?.content ?? '') : [],
    );
    const near = [...named].filter((zone) => regions.includes(zone.replace(/[a-z]$/, '')));
    return (near.length > 0 ? near : [...named]).sort();
  }
  const count = settings.zones ?? defaults.zones;
  const needed = found.some(({ zones }) => zones.length === 0);
  if (needed)
    assume.add({
      about: 'the platform',
      assumed: `${count} zones`,
      because:
        settings.zones === undefined ? 'no zone of what runs here is told in the repository' : 'as set',
      setBy: '--zones, simulation.zones',
    });
  return Array.from({ length: count }, (_, at) => `zone-${'abcdefghij'[at] ?? at}`);
}

/** What adds nodes where pods wait, if the repository installs any such thing. */
function autoscalerIn(
  resources: readonly Resource[],
  { nodeAutoscaling }: SimulationSettings,
): string | undefined {
  if (nodeAutoscaling === false) return undefined;
  const installs = resources.some(
    ({ type, name, body }) =>
      (type === 'Deployment' && /cluster-autoscaler/.test(name)) ||
      (type === 'helm_release' && /cluster-autoscaler/.test(String(body.peek('chart')?.content ?? ''))) ||
      (type === 'module' && body.peek('enable_cluster_autoscaler')?.content === true),
  );
  if (installs) return 'cluster autoscaler';
  return nodeAutoscaling ? 'node autoscaler (as set)' : undefined;
}
