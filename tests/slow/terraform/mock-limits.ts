/**
 * What the mock of AWS cannot do, so that the copy of a module which is applied to it does otherwise. What is off here
 * is planned all the same by the module's own tests.
 */
export interface MockLimit {
  /** without one it is a resource of roots themselves */
  readonly module?: string;
  /** type and name: `aws_kms_key.this` */
  readonly resource: string;
  /** `count`, `for_each`: it is not made at all; else the attributes whose difference from what was written is let be */
  readonly without: 'count' | 'for_each' | readonly string[];
  /** HCL that is laid over the module besides: what those get who read it */
  readonly instead?: string;
  /** HCL that is laid beside it: stand-ins that `instead` reads */
  readonly besides?: string;
  /** what the mock does or leaves undone */
  readonly reason: string;
}

const behaviourWithoutPolicies = `resource "aws_cloudfront_distribution" "this" {
  default_cache_behavior {
    target_origin_id           = "origin"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = "by-origin"
    origin_request_policy_id   = "all"
    response_headers_policy_id = "security"
  }
}
`;

const limits = {
  vault: 'tags of a vault do not read back',
  peers: 'what a rule between groups is for does not read back',
  scaling: 'tags of what is scaled cannot be read, and the policy goes with it',
  lifecycle: 'the number of versions to keep never reads back, and the provider waits for it',
  rotation: 'the period of rotation reads back as 0',
};

export const mockLimits: readonly MockLimit[] = [
  {
    module: 'state-bucket',
    resource: 'aws_s3_bucket_lifecycle_configuration.this',
    without: 'count',
    reason: limits.lifecycle,
  },
  {
    module: 'kms-key',
    resource: 'aws_kms_key.this',
    without: ['rotation_period_in_days'],
    reason: limits.rotation,
  },
  {
    module: 'backup',
    resource: 'aws_backup_selection.this',
    without: 'for_each',
    reason: 'selections are not implemented, and the provider crashes on the answer',
  },
  {
    module: 'backup',
    resource: 'aws_backup_vault_notifications.this',
    without: 'count',
    reason: 'notifications of vaults are not implemented',
  },
  {
    module: 'budget',
    resource: 'aws_budgets_budget.this',
    without: 'count',
    instead: 'output "name" {\n  value = "not-made"\n}\n',
    reason: 'subscribers do not read back, and the provider asks for them until it gives up',
  },
  {
    module: 'backup',
    resource: 'aws_backup_vault.this',
    without: ['tags', 'tags_all'],
    reason: limits.vault,
  },
  {
    module: 'certificate',
    resource: 'aws_acm_certificate.this',
    without: ['key_algorithm'],
    reason: 'every certificate reads back with a key of RSA',
  },
  {
    module: 'log-redaction',
    resource: 'aws_cloudwatch_log_data_protection_policy.this',
    without: 'for_each',
    reason: 'policies that protect data in logs are not implemented',
  },
  {
    module: 'database',
    resource: 'aws_db_instance.this',
    without: [
      'monitoring_interval',
      'monitoring_role_arn',
      'performance_insights_enabled',
      'performance_insights_kms_key_id',
      'performance_insights_retention_period',
    ],
    reason: 'what watches the inside of a database does not read back',
  },
  {
    module: 'cache',
    resource: 'aws_elasticache_replication_group.this',
    without: 'count',
    instead: `resource "aws_secretsmanager_secret_version" "connection" {
  secret_string_wo = "not-made"
}

output "address" {
  value = "not-made"
}
`,
    reason: 'a group has no nodes, and the provider reads each',
  },
  {
    module: 'identity',
    resource: 'aws_eks_pod_identity_association.this',
    without: 'count',
    reason: 'not implemented',
  },
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
    module: 'audit',
    resource: 'aws_accessanalyzer_analyzer.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'audit',
    resource: 'aws_ebs_snapshot_block_public_access.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'audit',
    resource: 'aws_ec2_instance_metadata_defaults.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'audit',
    resource: 'aws_securityhub_standards_subscription.this',
    without: 'for_each',
    reason: 'not implemented',
  },
  {
    module: 'budget',
    resource: 'aws_ce_anomaly_subscription.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'budget',
    resource: 'aws_ce_anomaly_monitor.this',
    without: 'count',
    reason: 'not implemented',
  },
  ...[
    'aws_cloudfront_cache_policy.by_origin',
    'aws_cloudfront_origin_request_policy.all',
    'aws_cloudfront_response_headers_policy.security',
  ].map((name, at) => ({
    module: 'cdn',
    resource: `data.${name}`,
    without: 'count' as const,
    ...(at > 0 ? {} : { instead: behaviourWithoutPolicies }),
    reason: 'policies are not implemented, neither those of AWS',
  })),
  {
    module: 'database',
    resource: 'aws_db_parameter_group.this',
    without: ['parameter'],
    reason:
      'parameters read back without the word that they are the user’s, and the provider takes no others',
  },
  {
    module: 'backup',
    resource: 'aws_backup_plan.this',
    without: ['tags', 'tags_all'],
    reason: 'tags of a plan do not read back',
  },
  {
    module: 'objective-alarms',
    resource: 'aws_cloudwatch_composite_alarm.burns',
    without: 'for_each',
    reason: 'alarms of alarms are not implemented',
  },
  {
    module: 'ecs-service',
    resource: 'aws_appautoscaling_target.this',
    without: 'count',
    reason: limits.scaling,
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
    reason: limits.scaling,
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
    resource: 'aws_vpn_connection_route.vpn',
    without: 'count',
    reason: 'not implemented',
  },
  {
    resource: 'aws_vpn_connection.vpn',
    without: ['static_routes_only'],
    reason: 'whether routes are static does not read back',
  },
  {
    resource: 'aws_route53_zone.private',
    without: ['vpc'],
    reason: 'it takes a zone for a public one unless told otherwise in words that the provider does not use',
  },
  {
    resource: 'aws_vpc_peering_connection.head_office',
    without: [],
    besides: `data "aws_vpc" "elsewhere" {
  default = true
}
`,
    instead: `resource "aws_vpc_peering_connection" "head_office" {
  peer_vpc_id   = data.aws_vpc.elsewhere.id
  peer_owner_id = data.aws_vpc.elsewhere.owner_id
}
`,
    reason: 'it knows no network of another account',
  },
  {
    module: 'audit',
    resource: 'aws_cloudtrail.this',
    without: [],
    instead: 'resource "aws_cloudtrail" "this" {\n  enable_logging = false\n}\n',
    reason: 'a trail cannot be started by its ARN, which is how the provider does it',
  },
  {
    module: 'audit',
    resource: 'aws_securityhub_account.this',
    without: 'count',
    reason: 'what it is set to is not implemented',
  },
  {
    module: 'database',
    resource: 'aws_db_instance.this',
    without: [],
    instead: `resource "aws_db_instance" "this" {
  replicate_source_db = null
  engine              = var.engine
  engine_version      = var.engine_version
  allocated_storage   = var.storage_gb
  username            = local.is_replica ? "stand_in" : var.username
  password_wo         = local.is_replica ? "stand-in-for-a-replica" : local.password
  password_wo_version = var.password_version
}
`,
    reason: 'a replica in another region is not found there, so that a database of its own stands in for it',
  },
  {
    module: 'cdn',
    resource: 'aws_cloudfront_distribution.this',
    without: [
      'default_cache_behavior[0].forwarded_values',
      'viewer_certificate[0].cloudfront_default_certificate',
    ],
    reason: 'what only those have who use no policies and no certificate reads back for all',
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
    resource: 'aws_launch_template.nodes',
    without: ['tag_specifications'],
    reason: 'tags of the template itself read back among those of what is made from it',
  },
  {
    module: 'audit',
    resource: 'aws_guardduty_detector_feature.protections',
    without: 'for_each',
    reason: 'setting one of them forgets the others',
  },
  {
    module: 'audit',
    resource: 'aws_s3_account_public_access_block.this',
    without: 'count',
    reason: 'the number of the account goes before the name of the host, and a mock has none',
  },
  {
    module: 'queue',
    resource: 'aws_sqs_queue_redrive_allow_policy.dead_letters',
    without: 'count',
    reason: 'who may give up messages to a queue does not read back, and the provider waits for it',
  },
  {
    module: 'queue',
    resource: 'aws_sqs_queue.this',
    without: ['redrive_policy'],
    reason: 'where dead letters go reads back with blanks, which the provider takes for a change',
  },
  {
    module: 'topic',
    resource: 'aws_sns_topic.this',
    without: ['tracing_config'],
    reason: 'tracing does not read back',
  },
  {
    module: 'function',
    resource: 'aws_lambda_function.this',
    without: ['dead_letter_config', 'kms_key_arn', 'logging_config'],
    reason: 'where failed events and logs go, and the key, do not read back',
  },
  {
    module: 'database',
    resource: 'aws_vpc_security_group_ingress_rule.this',
    without: ['description'],
    reason: limits.peers,
  },
  {
    module: 'cache',
    resource: 'aws_vpc_security_group_ingress_rule.this',
    without: ['description'],
    reason: limits.peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_ingress_rule.target',
    without: ['description'],
    reason: limits.peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_egress_rule.target',
    without: ['description'],
    reason: limits.peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_ingress_rule.load_balancer',
    without: ['description'],
    reason: limits.peers,
  },
  {
    module: 'ecs-service',
    resource: 'aws_vpc_security_group_egress_rule.load_balancer',
    without: ['description'],
    reason: limits.peers,
  },
  {
    module: 'backup-vault',
    resource: 'aws_backup_vault.this',
    without: ['tags', 'tags_all'],
    reason: limits.vault,
  },
  {
    module: 'bucket',
    resource: 'aws_s3_bucket_replication_configuration.this',
    without: ['rule[0].delete_marker_replication', 'rule[0].source_selection_criteria'],
    reason: 'which objects are copied, and whether what was removed is removed there, does not read back',
  },
];
