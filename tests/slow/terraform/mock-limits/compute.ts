import type { MockLimit } from '../mock-limit.ts';

const peers = 'what a rule between groups is for does not read back';
const scaling = 'tags of what is scaled cannot be read, and the policy goes with it';

/** Limits for what runs, and what watches it. */
export const computeLimits: readonly MockLimit[] = [
  ...['network', 'identity', 'storage'].map((name) => ({
    module: 'cluster',
    resource: `aws_eks_addon.${name}`,
    without: 'count' as const,
    reason: 'addons are not implemented',
  })),
  {
    module: 'cluster',
    resource: 'aws_eks_addon.other',
    without: 'for_each',
    reason: 'addons are not implemented',
  },
  {
    module: 'cluster',
    resource: 'aws_eks_node_group.this',
    without: 'for_each',
    reason: 'groups of nodes do not read back',
  },
  {
    module: 'cluster',
    resource: 'aws_eks_cluster.this',
    without: ['access_config', 'upgrade_policy', 'vpc_config[0].security_group_ids'],
    besides: 'resource "aws_security_group" "stand_in" {\n  name = "stand-in"\n}\n',
    instead: 'output "security_group_id" {\n  value = aws_security_group.stand_in.id\n}\n',
    reason: 'who may enter and how versions are kept do not read back, and a cluster has no security group',
  },
  {
    module: 'cluster',
    resource: 'aws_vpc_security_group_ingress_rule.api',
    without: [],
    instead:
      'resource "aws_vpc_security_group_ingress_rule" "api" {\n  security_group_id = aws_security_group.stand_in.id\n}\n',
    reason: 'a cluster has no security group',
  },
  {
    module: 'cluster',
    resource: 'aws_launch_template.nodes',
    without: ['tag_specifications'],
    reason: 'tags of the template itself read back among those of what is made from it',
  },
  {
    module: 'identity',
    resource: 'aws_eks_pod_identity_association.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'ecs-service',
    resource: 'aws_appautoscaling_target.this',
    without: 'count',
    reason: scaling,
  },
  {
    module: 'ecs-service',
    resource: 'aws_appautoscaling_policy.cpu',
    without: 'count',
    instead: `resource "aws_appautoscaling_policy" "cpu" {
  service_namespace  = "ecs"
  resource_id        = "not-made"
  scalable_dimension = "ecs:service:DesiredCount"
}
`,
    reason: scaling,
  },
  {
    module: 'ecs-service',
    resource: 'aws_ecs_service.this',
    without: [
      'availability_zone_rebalancing',
      'capacity_provider_strategy',
      'deployment_controller',
      'desired_count',
      'health_check_grace_period_seconds',
      'launch_type',
      'service_registries',
    ],
    reason: 'the capacity that tasks run on, and how they are balanced and waited for, do not read back',
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_ingress_rule.target',
    without: ['description'],
    reason: peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_egress_rule.target',
    without: ['description'],
    reason: peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_ingress_rule.load_balancer',
    without: ['description'],
    reason: peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_egress_rule.load_balancer',
    without: ['description'],
    reason: peers,
  },
  {
    module: 'function',
    resource: 'aws_lambda_function.this',
    without: ['dead_letter_config', 'kms_key_arn', 'logging_config'],
    reason: 'where failed events and logs go, and the key, do not read back',
  },
  {
    module: 'objective-alarms',
    resource: 'aws_cloudwatch_composite_alarm.burns',
    without: 'for_each',
    reason: 'alarms of alarms are not implemented',
  },
];
