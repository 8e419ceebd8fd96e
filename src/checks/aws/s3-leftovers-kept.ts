import { isVersioned, lifecycleRulesOf, purposeOf } from '../../graph/aws/s3-buckets.ts';
import { resources } from '../../graph/selector.ts';
import type { Fix } from '../../model/edit.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'aws/s3-leftovers-kept',
  title: 'Bucket that keeps what nobody sees',
  dimension: 'cost',
  severity: 'low',
  why: 'Old versions and the parts of uploads that broke off are stored and paid like any object, and no listing shows them. A bucket that is rewritten every night pays for every night. Two lines of a lifecycle rule remove both.',
  sameAs: ['checkov:CKV_AWS_300'],
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
  ],
  visits: resources('aws_s3_bucket'),
  judge({ resource }, graph) {
    // without any rule the bucket as a whole is the finding
    const rules = lifecycleRulesOf(graph, resource);
    if (rules.length === 0) return;
    const faults: Fault[] = [];
    if (isVersioned(graph, resource) && purposeOf(graph, resource) !== 'state' && !rules.some(endsVersions))
      faults.push({
        message: `${resource.address} keeps every old version for ever: add noncurrent_version_expiration to its lifecycle.`,
        at: rules[0]!,
        key: 'versions',
        ...mend(
          rules,
          ['noncurrent_version_expiration', 'noncurrent_days'],
          90,
          'unsafe',
          'remove old versions after 90 days',
        ),
      });
    if (!rules.some(endsUploads))
      faults.push({
        message: `${resource.address} keeps the parts of uploads that broke off: add abort_incomplete_multipart_upload to its lifecycle.`,
        at: rules[0]!,
        key: 'uploads',
        severity: 'info',
        ...mend(
          rules,
          ['abort_incomplete_multipart_upload', 'days_after_initiation'],
          7,
          'safe',
          'end unfinished uploads after 7 days',
        ),
      });
    return faults;
  },
  examples: {
    bad: bucket(''),
    good: bucket(
      '\n    noncurrent_version_expiration {\n      noncurrent_days = 30\n    }\n\n    abort_incomplete_multipart_upload {\n      days_after_initiation = 7\n    }\n',
    ),
  },
});

function endsVersions(rule: Node): boolean {
  return rule.has('noncurrent_version_expiration') || rule.has('noncurrent_version_transition');
}

/** In a rule of the newer form that is for the whole bucket. */
function mend(
  rules: readonly Node[],
  path: readonly string[],
  value: number,
  safety: Fix['safety'],
  summary: string,
): Pick<Fault, 'fix'> {
  const rule = rules.find((one) => one.has('status') && !one.has('filter', 'prefix'));
  return rule ? { fix: { safety, summary, edits: [{ op: 'set', in: rule, path, value }] } } : {};
}

/** As a block of its own, or as the number of days of the older, inline form. */
function endsUploads(rule: Node): boolean {
  return rule.has('abort_incomplete_multipart_upload') || rule.has('abort_incomplete_multipart_upload_days');
}

function bucket(inside: string): string {
  return `resource "aws_s3_bucket" "reports" {
  bucket = "acme-reports"
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "old"
    status = "Enabled"

    filter {}

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
${inside}  }
}
`;
}
