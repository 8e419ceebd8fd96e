import { zoneOf } from '../../graph/aws/zones.ts';
import type { Graph } from '../../graph/graph.ts';
import { pairsOf } from '../../graph/kubernetes/names.ts';
import { parseQuantity } from '../../graph/kubernetes/quantity.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Taint } from '../scheduling/pod.ts';
import type { FoundPool } from './node-pool.ts';
import { flagAt, numberAt, textsAt } from './reading.ts';

/** Reads the pools that one resource declares. */
type Reader = (graph: Graph, resource: Resource) => readonly FoundPool[];

/** By type of resource. */
export const poolReaders: Readonly<Record<string, Reader>> = {
  aws_eks_node_group: (graph, resource) => [
    eksPool(resource, resource.body, resource.name, zonesOf(graph, resource)),
  ],
  module: eksModule,
  'NodePool.karpenter.sh': (_, resource) => [karpenterPool(resource)],
  google_container_node_pool: (_, resource) => [gkePool(resource)],
  google_container_cluster: gkeCluster,
  azurerm_kubernetes_cluster: aksDefaultPool,
  azurerm_kubernetes_cluster_node_pool: (_, resource) => [aksPool(resource, resource.body, resource.name)],
};

function eksPool(resource: Resource, body: Node, name: string, zones: readonly string[]): FoundPool {
  const scaling = body.peek('scaling_config') ?? body;
  const [capacity = ''] = textsAt(body, 'capacity_type');
  return {
    name:
      textAt(body, 'node_group_name') ||
      textAt(body, 'node_group_name_prefix') ||
      textAt(body, 'name') ||
      name,
    resource,
    at: scaling,
    provider: 'eks',
    zones,
    instanceTypes: textsAt(body, 'instance_types'),
    ...some({
      min: numberAt(scaling, 'min_size'),
      desired: numberAt(scaling, 'desired_size'),
      max: numberAt(scaling, 'max_size'),
    }),
    spot: capacity === 'SPOT',
    labels: new Map([
      ...pairsOf(body.peek('labels')),
      ['eks.amazonaws.com/capacityType', capacity || 'ON_DEMAND'],
    ]),
    taints: taintsOf(body, ['taint', 'taints']),
  };
}

/** Zones of the subnets that a resource names, where they are in the repository. */
function zonesOf(graph: Graph, resource: Resource): readonly string[] {
  const subnets = graph
    .from(resource, 'placed-in')
    .flatMap(({ to }) => (to.type === 'aws_subnet' ? [to] : []));
  return [...new Set(subnets.map(zoneOf))].filter((zone) => zone !== undefined).sort();
}

/** Source: https://registry.terraform.io/modules/terraform-aws-modules/eks/aws */
export function isEksModule(body: Node): boolean {
  return /(^|\/)terraform-aws-modules\/eks\/aws$|terraform-aws-eks(\.git)?(\?|$)/.test(
    textAt(body, 'source'),
  );
}

function eksModule(_: Graph, resource: Resource): readonly FoundPool[] {
  if (!isEksModule(resource.body)) return [];
  const groups = resource.body.peek('eks_managed_node_groups')?.content;
  if (!(groups instanceof Mapping)) return [];
  return groups.keys.map((name, at) => eksPool(resource, groups.nodes[at]!, name, []));
}

function karpenterPool(resource: Resource): FoundPool {
  const template = resource.body.peek('spec', 'template');
  const requirements = itemsAt(template, 'spec', 'requirements');
  const valuesOf = (key: string) =>
    requirements
      .filter((one) => textAt(one, 'key') === key && textAt(one, 'operator') === 'In')
      .flatMap((one) => textsAt(one, 'values'));
  const cpu = parseQuantity(String(resource.body.peek('spec', 'limits', 'cpu')?.content ?? ''));
  const kinds = valuesOf('karpenter.sh/capacity-type');
  return {
    name: resource.name,
    resource,
    at: template ?? resource.body,
    provider: 'eks',
    zones: valuesOf('topology.kubernetes.io/zone'),
    instanceTypes: valuesOf('node.kubernetes.io/instance-type'),
    min: 0,
    desired: 0,
    // a limit in cores is turned into nodes once their size is known
    ...some({ max: cpu === undefined ? undefined : cpu }),
    spot: kinds.includes('spot'),
    labels: new Map([
      ...pairsOf(template?.peek('metadata', 'labels')),
      ['karpenter.sh/nodepool', resource.name] as const,
      ['karpenter.sh/capacity-type', kinds.includes('spot') ? 'spot' : 'on-demand'] as const,
    ]),
    taints: taintsOf(template?.peek('spec'), ['taints']),
    growsBy: 'Karpenter',
    onDemand: true,
  };
}

function gkePool(resource: Resource): FoundPool {
  const { body } = resource;
  const zones = textsAt(body, 'node_locations');
  const config = body.peek('node_config');
  const scaling = body.peek('autoscaling');
  const ofEachZone = Math.max(1, zones.length || 3);
  const each = (field: string) => {
    const number = numberAt(scaling, field);
    return number === undefined ? undefined : number * ofEachZone;
  };
  const count = numberAt(body, 'node_count') ?? numberAt(body, 'initial_node_count');
  const fixed = count === undefined ? undefined : count * ofEachZone;
  return {
    name: textAt(body, 'name') || resource.name,
    resource,
    at: scaling ?? body,
    provider: 'gke',
    zones,
    instanceTypes: textsAt(config, 'machine_type'),
    ...some({
      min: scaling ? (numberAt(scaling, 'total_min_node_count') ?? each('min_node_count')) : fixed,
      desired:
        fixed ??
        (scaling ? (numberAt(scaling, 'total_min_node_count') ?? each('min_node_count')) : undefined),
      max: scaling ? (numberAt(scaling, 'total_max_node_count') ?? each('max_node_count')) : fixed,
      maxPods: numberAt(body, 'max_pods_per_node'),
    }),
    spot: flagAt(config, 'spot') === true || flagAt(config, 'preemptible') === true,
    labels: new Map([...pairsOf(config?.peek('labels')), ['cloud.google.com/gke-nodepool', resource.name]]),
    taints: taintsOf(config, ['taint']),
    ...(scaling ? { growsBy: 'GKE cluster autoscaler' } : {}),
  };
}

/** An autopilot cluster has no pools: Google adds nodes as pods need them. */
function gkeCluster(_: Graph, resource: Resource): readonly FoundPool[] {
  if (flagAt(resource.body, 'enable_autopilot') !== true) return [];
  return [
    {
      name: 'autopilot',
      resource,
      at: resource.body.peek('enable_autopilot')!,
      provider: 'gke',
      zones: textsAt(resource.body, 'node_locations'),
      instanceTypes: [],
      min: 0,
      desired: 0,
      spot: false,
      labels: new Map(),
      taints: [],
      growsBy: 'GKE Autopilot',
      onDemand: true,
    },
  ];
}

function aksDefaultPool(_: Graph, resource: Resource): readonly FoundPool[] {
  const pool = resource.body.peek('default_node_pool');
  return pool ? [aksPool(resource, pool, 'default')] : [];
}

function aksPool(resource: Resource, body: Node, name: string): FoundPool {
  const grows = flagAt(body, 'auto_scaling_enabled') ?? flagAt(body, 'enable_auto_scaling');
  const count = numberAt(body, 'node_count');
  return {
    name: textAt(body, 'name') || name,
    resource,
    at: body,
    provider: 'aks',
    zones: textsAt(body, 'zones').length > 0 ? textsAt(body, 'zones') : numberedZones(body),
    instanceTypes: textsAt(body, 'vm_size'),
    ...some({
      min: grows ? numberAt(body, 'min_count') : count,
      desired: count ?? (grows ? numberAt(body, 'min_count') : undefined),
      max: grows ? numberAt(body, 'max_count') : count,
      maxPods: numberAt(body, 'max_pods'),
    }),
    spot: textAt(body, 'priority') === 'Spot',
    labels: new Map(pairsOf(body.peek('node_labels'))),
    taints: textsAt(body, 'node_taints').flatMap(writtenTaint),
    ...(grows ? { growsBy: 'AKS cluster autoscaler' } : {}),
  };
}

/** A node pool of AKS that names no zones lies in none in particular: one fault domain. */
function numberedZones(body: Node): readonly string[] {
  const zones = itemsAt(body, 'zones').map(({ content }) => String(content));
  return zones.length > 0 ? zones : ['no zone'];
}

/** `key=value:NoSchedule` */
function writtenTaint(text: string): readonly Taint[] {
  const found = /^([^=:]+)(?:=([^:]*))?:(\w+)$/.exec(text);
  return found ? [{ key: found[1]!, value: found[2] ?? '', effect: found[3]! }] : [];
}

/** Blocks, a list, or a map of taints; EKS and GKE write effects as `NO_SCHEDULE`. */
function taintsOf(body: Node | undefined, fields: readonly string[]): readonly Taint[] {
  return fields.flatMap((field) => {
    const node = body?.peek(field);
    const content = node?.content;
    const items = Array.isArray(content)
      ? (content as readonly Node[])
      : content instanceof Mapping
        ? mapItems(node!, content)
        : [];
    return items.flatMap((item) => {
      const effect = textAt(item, 'effect');
      const key = textAt(item, 'key');
      if (!key || !effect) return [];
      return [{ key, value: textAt(item, 'value'), effect: effectOf(effect) }];
    });
  });
}

function mapItems(node: Node, map: Mapping): readonly Node[] {
  return map.get('key') ? [node] : map.nodes;
}

function effectOf(text: string): string {
  const effects: Readonly<Record<string, string>> = {
    NO_SCHEDULE: 'NoSchedule',
    NO_EXECUTE: 'NoExecute',
    PREFER_NO_SCHEDULE: 'PreferNoSchedule',
  };
  return effects[text] ?? text;
}

/** Leaves out what is undefined. */
function some<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
