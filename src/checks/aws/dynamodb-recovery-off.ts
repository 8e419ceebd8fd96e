import { isSelectedForBackup } from '../../graph/aws/backups.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/dynamodb-recovery-off',
  title: 'Table without point-in-time recovery',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'DynamoDB keeps no history: what a faulty release overwrites or deletes is gone. Point-in-time recovery restores any second of the last 35 days into a new table, and costs a fifth of the storage. It weighs more in production; an environment that is named otherwise is left alone.',
  sameAs: [
    'checkov:CKV_AWS_28',
    'kics:terraform/aws/dynamodb_table_point_in_time_recovery_disabled',
    'trivy:AWS-0024',
  ],
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html'],
  visits: resources('aws_dynamodb_table'),
  judge({ resource, node }, graph) {
    // a table of Terraform's locks holds nothing worth going back to
    if (isNonProduction(resource) || node.text('hash_key') === 'LockID') return;
    const recovery = node.get('point_in_time_recovery', 'enabled');
    if (recovery?.flag() === true || isSelectedForBackup(graph, resource)) return;
    return {
      message: `${resource.address} cannot go back to the moment before a mistake: enable point_in_time_recovery.`,
      at: recovery ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'safe',
        summary: 'enable point_in_time_recovery',
        edits: [{ op: 'set', in: node, path: ['point_in_time_recovery', 'enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_dynamodb_table" "orders" {\n  name         = "orders"\n  billing_mode = "PAY_PER_REQUEST"\n  hash_key     = "id"\n\n  attribute {\n    name = "id"\n    type = "S"\n  }\n}\n',
    good: 'resource "aws_dynamodb_table" "orders" {\n  name         = "orders"\n  billing_mode = "PAY_PER_REQUEST"\n  hash_key     = "id"\n\n  attribute {\n    name = "id"\n    type = "S"\n  }\n\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n',
  },
});
