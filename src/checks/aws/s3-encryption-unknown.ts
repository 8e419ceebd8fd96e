import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Source: S3 API, ServerSideEncryptionByDefault. */
const algorithms = new Set(['AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx']);

const encrypting: Selector<Subject> = {
  of: 'encryption settings of buckets',
  find: (graph) =>
    ['aws_s3_bucket', 'aws_s3_bucket_server_side_encryption_configuration']
      .flatMap((type) => graph.ofType(type))
      .filter(
        ({ type, body }) =>
          type !== 'aws_s3_bucket' || body.peek('server_side_encryption_configuration') !== undefined,
      )
      .map((resource) => ({ resource, node: resource.body })),
};

export default check({
  id: 'aws/s3-encryption-unknown',
  title: 'Encryption that S3 does not know',
  dimension: 'functionality',
  severity: 'high',
  why: 'S3 refuses an algorithm that it does not know, so the apply fails, or the bucket is there without what was meant. It knows AES256, aws:kms and aws:kms:dsse.',
  sameAs: ['checkov:CKV_AWS_19', 'regula:FG_R00099', 'trivy:AWS-0088'],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html'],
  visits: encrypting,
  judge({ resource, node }) {
    const rules =
      resource.type === 'aws_s3_bucket'
        ? node.list('server_side_encryption_configuration', 'rule')
        : node.list('rule');
    for (const rule of rules) {
      const algorithm = rule.get('apply_server_side_encryption_by_default', 'sse_algorithm');
      const name = algorithm?.text();
      if (!algorithm || name === undefined || algorithms.has(name)) continue;
      return {
        message: `${resource.address} asks for the encryption “${name}”, which S3 does not know and refuses: set sse_algorithm to AES256 or aws:kms.`,
        at: algorithm,
      };
    }
    return;
  },
  examples: {
    bad: 'resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {\n  bucket = "acme-invoices"\n\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "AES-256"\n    }\n  }\n}\n',
    good: 'resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {\n  bucket = "acme-invoices"\n\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "AES256"\n    }\n  }\n}\n',
  },
});
