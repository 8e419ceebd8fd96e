import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { PodSpec } from '../scheduling/pod.ts';
import type { FoundPool, NodePool } from './node-pool.ts';
import { numberAt, textsAt } from './reading.ts';
import { zonesOfSubnets } from './subnets.ts';

/** What an autoscaling group's instances are for. */
export type Use =
  /** container instances of an ECS cluster */
  | { readonly for: 'ecs'; readonly provider?: Resource }
  /** nodes of an EKS cluster that the group joins by itself */
  | { readonly for: 'eks' }
  /** the instances are the service */
  | { readonly for: 'itself' };

export const groupType = 'aws_autoscaling_group';

/** By the capacity provider that names it, the tags that cluster autoscaler and nodes need, and what its instances run at the start. */
export function useOf(graph: Graph, group: Resource): Use {
  const [provider] = graph
    .to(group)
    .flatMap(({ from }) => (from.type === 'aws_ecs_capacity_provider' ? [from] : []));
  if (provider) return { for: 'ecs', provider };
  const keys = itemsAt(group.body, 'tag').map((tag) => textAt(tag, 'key'));
  if (keys.some((key) => /^(kubernetes\.io\/cluster|k8s\.io\/cluster-autoscaler)\//.test(key)))
    return { for: 'eks' };
  return templatesOf(graph, group).some(joinsEcs) ? { for: 'ecs' } : { for: 'itself' };
}

/** Whether an instance joins a cluster of ECS when it starts; what it runs then is in Base64 in launch templates. */
function joinsEcs({ body }: Resource): boolean {
  return ['user_data', 'user_data_base64'].some((field) => {
    const text = textAt(body, field);
    return /ECS_CLUSTER/.test(text) || /ECS_CLUSTER/.test(Buffer.from(text, 'base64').toString('latin1'));
  });
}

/** The launch templates and configurations that a group starts instances from. */
function templatesOf(graph: Graph, group: Resource): readonly Resource[] {
  return graph
    .from(group)
    .flatMap(({ to }) =>
      to.type === 'aws_launch_template' || to.type === 'aws_launch_configuration' ? [to] : [],
    );
}

/** Groups whose instances are nodes: of an ECS cluster, or of an EKS cluster that they join by themselves. */
export function containerInstances(graph: Graph, resources: readonly Resource[]): readonly FoundPool[] {
  return resources.flatMap((group): FoundPool[] => {
    if (group.type !== groupType) return [];
    const use = useOf(graph, group);
    if (use.for === 'itself') return [];
    const pool = groupPool(graph, group);
    if (use.for === 'eks') return [{ ...pool, provider: 'eks' }];
    const grows = use.provider && scalesItself(use.provider.body);
    return [
      { ...pool, ...ecsMarks, ...(grows ? { growsBy: `managed scaling of ${use.provider!.address}` } : {}) },
    ];
  });
}

/** Tasks of ECS stand on container instances only, and pods of Kubernetes never do. */
export const ecsMark = 'plinth.dev/ecs';
const ecsMarks = {
  provider: 'ecs',
  labels: new Map([[ecsMark, 'true']]),
  taints: [{ key: ecsMark, value: 'true', effect: 'NoSchedule' }],
} as const;

/** Whether a task stands on container instances, and not on a machine of Fargate. */
export function isOnInstances({ nodeSelector = [] }: PodSpec): boolean {
  return nodeSelector.some(([key]) => key === ecsMark);
}

/** A pool that was assumed, as one of container instances. */
export function onEcs(pool: NodePool): NodePool {
  return { ...pool, ...ecsMarks, name: 'assumed container instances' };
}

function scalesItself(provider: Node): boolean {
  return textAt(provider, 'auto_scaling_group_provider', 'managed_scaling', 'status') === 'ENABLED';
}

/** A group as a pool; what it does not tell is left out. */
export function groupPool(graph: Graph, group: Resource): FoundPool {
  const { body } = group;
  const policy = body.peek('mixed_instances_policy');
  const mixed = itemsAt(policy, 'launch_template', 'override').flatMap((one) =>
    textsAt(one, 'instance_type'),
  );
  const own = templatesOf(graph, group).flatMap((one) => textsAt(one.body, 'instance_type'));
  const named = zonesOfSubnets(graph, group, 'vpc_zone_identifier');
  const sizes = { min: 'min_size', desired: 'desired_capacity', max: 'max_size' } as const;
  const onDemand = numberAt(policy, 'instances_distribution', 'on_demand_percentage_above_base_capacity');
  return {
    name: textAt(body, 'name') || group.name,
    resource: group,
    at: body.peek('desired_capacity') ?? body,
    provider: 'ec2',
    zones: named.length > 0 ? named : textsAt(body, 'availability_zones'),
    instanceTypes: mixed.length > 0 ? mixed : own,
    ...Object.fromEntries(
      Object.entries(sizes).flatMap(([key, field]) => {
        const number = numberAt(body, field);
        return number === undefined ? [] : [[key, number]];
      }),
    ),
    spot: onDemand === 0,
    labels: new Map(),
    taints: [],
  };
}
