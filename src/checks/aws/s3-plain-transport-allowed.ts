import { type Statement, statementsOf } from '../../graph/aws/policy-document.ts';
import { purposeOf } from '../../graph/aws/s3-buckets.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { Undecided } from '../../model/unknown.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/s3-plain-transport-allowed',
  title: 'Bucket that also answers without TLS',
  dimension: 'security',
  severity: 'low',
  why: 'S3 answers plain HTTP as well as HTTPS. A presigned link or an old client that uses HTTP sends the signature and the data in the clear, and only a bucket policy that denies requests without TLS makes it fail.',
  sameAs: ['checkov:CKV_AWS_379', 'kics:terraform/aws/s3_bucket_policy_accepts_http_requests'],
  controls: ['cis-aws:2.1.1', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit'],
  visits: resources('aws_s3_bucket'),
  judge({ resource, node }, graph) {
    // services of AWS deliver them, over TLS
    if (purposeOf(graph, resource) === 'logs') return;
    const policies = [
      node.get('policy'),
      ...companionsOf(graph, resource, 'aws_s3_bucket_policy', 'bucket').map(({ body }) =>
        body.get('policy'),
      ),
    ].filter((policy) => policy !== undefined);
    for (const policy of policies) {
      const statements = statementsOf(policy);
      if (!statements) throw new Undecided(policy, 'the bucket policy cannot be told');
      if (statements.some(deniesPlain)) return;
    }
    return {
      message: `${resource.address} also answers requests without TLS: add a bucket policy that denies s3:* where aws:SecureTransport is false.`,
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "reports" {\n  bucket = "acme-reports"\n}\n',
    good: `resource "aws_s3_bucket" "reports" {
  bucket = "acme-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.reports.arn, "\${aws_s3_bucket.reports.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
`,
  },
});

function deniesPlain({ effect, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    conditions.some(
      ({ key, values }) =>
        (key === 'aws:securetransport' && values.includes('false')) || key === 's3:tlsversion',
    )
  );
}
