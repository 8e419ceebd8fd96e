/**
 * What the mock of AWS cannot do, so that the copy of a module which is applied to it does otherwise. What is off here
 * is planned all the same by the module's own tests.
 */
export interface MockLimit {
  readonly module: string;
  /** type and name: `aws_kms_key.this` */
  readonly resource: string;
  /** `count`, `for_each`: it is not made at all; else the attributes whose difference from what was written is let be */
  readonly without: 'count' | 'for_each' | readonly string[];
  /** what outputs of the module tell instead, where they are about it */
  readonly outputs?: Readonly<Record<string, string>>;
  /** what the mock does or leaves undone */
  readonly reason: string;
}

const limits = {
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
    outputs: { name: 'not-made' },
    reason: 'subscribers do not read back, and the provider asks for them until it gives up',
  },
  {
    module: 'backup',
    resource: 'aws_backup_vault.this',
    without: ['tags', 'tags_all'],
    reason: 'tags of a vault do not read back',
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
];
