import { purposeOf } from '../../graph/aws/s3-buckets.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/s3-own-key-missing',
  title: 'Bucket encrypted with the keys of S3',
  dimension: 'security',
  severity: 'info',
  why: 'S3 encrypts every object since January 2023, with keys that open to whoever may read the object. With KMS the reader needs the key as well, so that a wrong bucket policy alone gives nothing away, and every use is logged; with a bucket key it costs next to nothing. It matters where an audit asks for it. Buckets that AWS delivers logs into and websites are left alone: they cannot use it.',
  sameAs: ['checkov:CKV_AWS_145', 'trivy:AWS-0132'],
  controls: ['pci-dss:3.6.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html',
  ],
  visits: resources('aws_s3_bucket'),
  judge({ resource }, graph) {
    const purpose = purposeOf(graph, resource);
    if (purpose === 'logs' || purpose === 'website') return;
    const rules = rulesOf(graph, resource)
      .filter((rule) => !isNeverKms(rule))
      .map((rule) => rule.get('apply_server_side_encryption_by_default', 'sse_algorithm'));
    if (rules.some((algorithm) => algorithm?.text()?.startsWith('aws:kms'))) return;
    const at = rules.find((algorithm) => algorithm !== undefined);
    return {
      message: `${resource.address} is encrypted with the keys of S3, which open to whoever may read it: where an audit asks for a key of your own, set sse_algorithm to aws:kms with a bucket key.`,
      ...(at && { at }),
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n',
    good: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n\nresource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {\n  bucket = aws_s3_bucket.invoices.id\n\n  rule {\n    bucket_key_enabled = true\n\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = "arn:aws:kms:eu-central-1:123456789012:key/0a1b"\n    }\n  }\n}\n',
  },
});

/** Encryption rules of a bucket, inline or in a resource of its own. */
function rulesOf(graph: Graph, bucket: Resource): readonly Node[] {
  const inline = bucket.body
    .list('server_side_encryption_configuration')
    .flatMap((block) => (isNeverKms(block) ? [] : block.list('rule')));
  if (inline.length > 0) return inline;
  return companionsOf(graph, bucket, 'aws_s3_bucket_server_side_encryption_configuration', 'bucket').flatMap(
    ({ body }) => body.list('rule'),
  );
}

/** A dynamic block of which it cannot be told whether it is there, but that no KMS stands in it. */
function isNeverKms({ content, file, start, end }: Node): boolean {
  if (!(content instanceof Unknown)) return false;
  const written = [...file.text.slice(start, end).matchAll(/\bsse_algorithm\s*=\s*(\S+)/g)];
  return written.length > 0 && written.every(([, value]) => /^"(?!aws:kms)[^"$]*/.test(value!));
}
