import type { MockLimit } from '../mock-limit.ts';

/** Limits for what an account has once, and for its keys and certificates. */
export const accountLimits: readonly MockLimit[] = [
  {
    module: 'state-bucket',
    resource: 'aws_s3_bucket_lifecycle_configuration.this',
    without: 'count',
    reason: 'the number of versions to keep never reads back, and the provider waits for it',
  },
  {
    module: 'kms-key',
    resource: 'aws_kms_key.this',
    without: ['rotation_period_in_days'],
    reason: 'the period of rotation reads back as 0',
  },
  {
    module: 'region-watch',
    resource: 'aws_accessanalyzer_analyzer.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'region-watch',
    resource: 'aws_ebs_snapshot_block_public_access.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'region-watch',
    resource: 'aws_ec2_instance_metadata_defaults.this',
    without: 'count',
    reason: 'not implemented',
  },
  {
    module: 'region-watch',
    resource: 'aws_securityhub_standards_subscription.this',
    without: 'for_each',
    reason: 'not implemented',
  },
  {
    module: 'audit',
    resource: 'aws_cloudtrail.this',
    without: [],
    instead: 'resource "aws_cloudtrail" "this" {\n  enable_logging = false\n}\n',
    reason: 'a trail cannot be started by its ARN, which is how the provider does it',
  },
  {
    module: 'region-watch',
    resource: 'aws_securityhub_account.this',
    without: 'count',
    reason: 'what it is set to is not implemented',
  },
  {
    module: 'region-watch',
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
    module: 'budget',
    resource: 'aws_budgets_budget.this',
    without: 'count',
    instead: 'output "name" {\n  value = "not-made"\n}\n',
    reason: 'subscribers do not read back, and the provider asks for them until it gives up',
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
    module: 'secret',
    resource: 'aws_secretsmanager_secret.this',
    without: ['replica'],
    reason: 'the key of a copy in another region does not read back',
  },
  {
    module: 'cdn',
    resource: 'aws_kms_key.logs',
    without: ['rotation_period_in_days'],
    reason: 'the period of rotation reads back as 0',
  },
];
