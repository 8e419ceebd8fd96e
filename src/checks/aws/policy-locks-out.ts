import { type PolicyStatement, resourceStatements, statementOf } from '../../graph/aws/policies.ts';
import type { Selector } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Policies of buckets, which only the root user of the account can take off again. */
const bucketStatements: Selector<PolicyStatement> = {
  of: 'statements of bucket policies',
  find: (graph) =>
    graph
      .select(resourceStatements)
      .filter(
        ({ resource }) =>
          /^aws_s3_bucket(_policy)?$/.test(resource.type) ||
          graph.to(resource).some(({ from }) => /^aws_s3_bucket(_policy)?$/.test(from.type)),
      ),
};

export default check({
  id: 'aws/policy-locks-out',
  title: 'Bucket policy that shuts everybody out',
  dimension: 'functionality',
  severity: 'high',
  why: 'A Deny for everybody, of everything and without a condition, also holds for administrators and for Terraform: once it is applied nobody reads the bucket, and only the root user of the account can take the policy off again. What is meant is a Deny with a condition, or one that spares a role (aws:PrincipalArn).',
  sameAs: ['checkov:CKV_AWS_93'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html#bucket-iam-policies',
    'https://repost.aws/knowledge-center/s3-accidentally-denied-access',
  ],
  visits: bucketStatements,
  judge(subject) {
    const { effect, principals, actions, resources, conditions, exceptPrincipals } = statementOf(subject);
    if (effect !== 'Deny' || exceptPrincipals || conditions.length > 0) return;
    if (!principals.some(({ type, identifier }) => identifier === '*' && (type === '*' || type === 'AWS')))
      return;
    const everything = actions.find((action) => action === '*' || action?.toLowerCase() === 's3:*');
    if (!everything) return;
    // who is shut out of the objects alone still takes the policy off
    if (resources.length > 0 && resources.every((one) => one?.includes('/'))) return;
    return {
      message: `The policy of ${subject.resource.address} denies ${everything} to everybody, administrators and Terraform among them, and only the root user can undo it: add a condition, or spare a role by aws:PrincipalArn.`,
      key: subject.key,
    };
  },
  examples: {
    bad: `resource "aws_s3_bucket_policy" "media" {
  bucket = "acme-media"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::acme-media", "arn:aws:s3:::acme-media/*"]
    }]
  })
}
`,
    good: `resource "aws_s3_bucket_policy" "media" {
  bucket = "acme-media"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::acme-media", "arn:aws:s3:::acme-media/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
`,
  },
});
