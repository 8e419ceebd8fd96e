import { isSelectedForBackup } from '../../graph/aws/backups.ts';
import { isVersioned, lifecycleRulesOf, purposeOf } from '../../graph/aws/s3-buckets.ts';
import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** A bucket whose objects are all gone after this many days holds nothing that is kept for its own sake. */
const shortLife = 90;

export default check({
  id: 'aws/s3-versioning-off',
  title: 'Bucket that keeps no versions',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Without versions whatever is overwritten or deleted, by a bug, a wrong sync or a stolen key, is gone at once. With them it can be taken back, and a lifecycle rule keeps the cost small. State and backups need it most, and AWS Backup refuses buckets without. Logs and what can be made again are left alone.',
  sameAs: ['checkov:CKV_AWS_21', 'kics:terraform/aws/s3_bucket_without_versioning', 'trivy:AWS-0090'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html',
    'https://developer.hashicorp.com/terraform/language/backend/s3',
  ],
  visits: resources('aws_s3_bucket'),
  judge({ resource, node }, graph) {
    const purpose = purposeOf(graph, resource);
    if (purpose === 'logs' || purpose === 'scratch') return;
    if (isVersioned(graph, resource)) return;
    const at = node.get('versioning') ?? node;
    if (purpose === 'state')
      return {
        message: `${resource.address} holds Terraform state and keeps no versions, so a state that is broken or deleted cannot be taken back: add aws_s3_bucket_versioning.`,
        at,
        severity: 'high',
      };
    if (isSelectedForBackup(graph, resource))
      return {
        message: `${resource.address} is chosen for AWS Backup, which refuses buckets without versions, so its backups fail: add aws_s3_bucket_versioning.`,
        at,
        severity: 'high',
      };
    if (lifecycleRulesOf(graph, resource).some(removesEverythingSoon)) return;
    return {
      message: `${resource.address} keeps no versions: what is overwritten or deleted by mistake is gone. Add aws_s3_bucket_versioning, and a rule that removes old versions.`,
      at,
      ...((isProduction(resource) || purpose === 'backups') && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n',
    good: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n\nresource "aws_s3_bucket_versioning" "invoices" {\n  bucket = aws_s3_bucket.invoices.id\n\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
  },
});

function removesEverythingSoon(rule: Node): boolean {
  const days = rule.amount('expiration', 'days');
  const part = rule.text('prefix') ?? rule.text('filter', 'prefix') ?? '';
  return days !== undefined && days > 0 && days <= shortLife && part === '' && !rule.has('filter', 'tag');
}
