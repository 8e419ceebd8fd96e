import { isPublicAccessBlocked, type PublicAccessSwitch, purposeOf } from '../../graph/aws/s3-buckets.ts';
import { certainOf } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

const switches: readonly PublicAccessSwitch[] = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];

export default check({
  id: 'aws/s3-public-access-allowed',
  title: 'Bucket that a policy or an ACL could make public',
  dimension: 'security',
  severity: 'medium',
  why: 'The public access block is the guard behind every policy and ACL: with its four switches on, no later mistake in either makes the bucket public. AWS turns them on for buckets made since April 2023; only what is written down also holds for older ones, and is put back when somebody turns it off by hand.',
  sameAs: [
    'checkov:CKV2_AWS_6',
    'checkov:CKV_AWS_53',
    'checkov:CKV_AWS_54',
    'checkov:CKV_AWS_55',
    'checkov:CKV_AWS_56',
    'kics:terraform/aws/s3_bucket_allows_public_acl',
    'kics:terraform/aws/s3_bucket_with_public_policy',
    'kics:terraform/aws/s3_bucket_without_ignore_public_acl',
    'kics:terraform/aws/s3_bucket_without_restriction_of_public_bucket',
    'trivy:AWS-0086',
    'trivy:AWS-0087',
    'trivy:AWS-0091',
    'trivy:AWS-0093',
    'trivy:AWS-0094',
  ],
  controls: ['cis-aws:2.1.4', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://aws.amazon.com/about-aws/whats-new/2023/04/amazon-s3-two-security-best-practices-buckets-default/',
  ],
  visits: resources(
    'aws_s3_bucket',
    'aws_s3_bucket_public_access_block',
    'aws_s3_account_public_access_block',
  ),
  judge({ resource, node }, graph) {
    if (resource.type === 'aws_s3_bucket') {
      if (switches.every((name) => isPublicAccessBlocked(graph, resource, name))) return;
      if (companionsOf(graph, resource, 'aws_s3_bucket_public_access_block', 'bucket').length > 0) return;
      return {
        message: `${resource.address} has no public access block, so only AWS's default keeps it private, and only if it was made after April 2023: add an aws_s3_bucket_public_access_block with all four switches on.`,
        severity: 'low',
      };
    }
    const off = certainOf(switches, (name) => node.flag(name) !== true);
    if (off.length === 0) return;
    const bucket = graph.from(resource).find(({ to }) => to.type === 'aws_s3_bucket')?.to;
    const isWebsite = bucket !== undefined && purposeOf(graph, bucket) === 'website';
    return {
      message: `${resource.address} leaves ${off.join(', ')} off, so the next policy or ACL may open ${bucket?.address ?? 'its buckets'} to everybody: turn ${off.length === 1 ? 'it' : 'them'} on.`,
      at: node.get(off[0]!) ?? node,
      ...(isWebsite && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: `turn ${off.join(', ')} on (what is public through this bucket is refused)`,
        edits: off.map((name) => ({ op: 'set', in: node, path: [name], value: true })),
      },
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n\nresource "aws_s3_bucket_public_access_block" "reports" {\n  bucket = aws_s3_bucket.reports.id\n\n  block_public_acls  = true\n  ignore_public_acls = true\n}\n',
    good: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n\nresource "aws_s3_bucket_public_access_block" "reports" {\n  bucket = aws_s3_bucket.reports.id\n\n  block_public_acls       = true\n  block_public_policy     = true\n  ignore_public_acls      = true\n  restrict_public_buckets = true\n}\n',
  },
});
