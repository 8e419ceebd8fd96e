import type { MockLimit } from '../mock-limit.ts';

const vault = 'tags of a vault do not read back';
const peers = 'what a rule between groups is for does not read back';

/** Limits for what keeps data and messages. */
export const dataLimits: readonly MockLimit[] = [
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
    module: 'backup',
    resource: 'aws_backup_vault.this',
    without: ['tags', 'tags_all'],
    reason: vault,
  },
  {
    module: 'backup',
    resource: 'aws_backup_plan.this',
    without: ['tags', 'tags_all'],
    reason: 'tags of a plan do not read back',
  },
  {
    module: 'backup-vault',
    resource: 'aws_backup_vault.this',
    without: ['tags', 'tags_all'],
    reason: vault,
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
    module: 'database',
    resource: 'aws_db_parameter_group.this',
    without: ['parameter'],
    reason:
      'parameters read back without the word that they are the user’s, and the provider takes no others',
  },
  {
    module: 'database',
    resource: 'aws_db_instance.this',
    example: 'payments',
    without: 'count',
    instead: `resource "aws_secretsmanager_secret_version" "connection" {
  secret_string_wo = "not-made"
}

resource "aws_secretsmanager_secret_version" "address" {
  secret_string = "not-made"
}

output "arn" {
  value = "arn:aws:rds:not-made"
}

output "address" {
  value = "not-made"
}
`,
    reason:
      'all databases have one id, so that the provider cannot tell two in a region apart, and replicas are not found',
  },
  {
    module: 'database',
    resource: 'aws_secretsmanager_secret.connection',
    without: ['replica'],
    reason: 'the key of a copy in another region does not read back',
  },
  {
    module: 'database',
    resource: 'aws_vpc_security_group_ingress_rule.this',
    without: ['description'],
    reason: peers,
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
    module: 'cache',
    resource: 'aws_vpc_security_group_ingress_rule.this',
    without: ['description'],
    reason: peers,
  },
  {
    module: 'bucket',
    resource: 'aws_s3_bucket_replication_configuration.this',
    without: ['rule[0].delete_marker_replication', 'rule[0].source_selection_criteria'],
    reason: 'which objects are copied, and whether what was removed is removed there, does not read back',
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
  ...['entries', 'vault'].map((name) => ({
    resource: `aws_vpc_security_group_ingress_rule.${name}`,
    without: ['description'],
    reason: peers,
  })),
];
