import {
  type PolicyStatement,
  resourceStatements,
  statementOf,
  trustStatements,
} from '../../graph/aws/policies.ts';
import type { Selector } from '../../graph/selector.ts';
import { check } from '../check.ts';

const statements: Selector<PolicyStatement> = {
  of: 'statements with principals',
  find: (graph) => [...graph.select(resourceStatements), ...graph.select(trustStatements)],
};

export default check({
  id: 'aws/policy-principal-refused',
  title: 'Principal that AWS refuses',
  dimension: 'functionality',
  severity: 'high',
  why: 'A principal is the whole * or one exact ARN; a wildcard within one is refused when the policy is written, so the apply fails halfway. Whoever writes arn:aws:iam::*:role/x means any account, and with * and a condition on aws:PrincipalArn would get it.',
  sameAs: ['checkov:CKV_AWS_167', 'checkov:CKV_AWS_168', 'checkov:CKV_AWS_169'],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  visits: statements,
  judge(subject) {
    const wrong = statementOf(subject).principals.find(
      ({ type, identifier }) => type === 'AWS' && identifier !== undefined && /^.+\*|\*.+$/.test(identifier),
    );
    if (!wrong) return;
    return {
      message: `The policy of ${subject.resource.address} names the principal ${wrong.identifier}, and AWS knows no wildcard within one: name each account or role, or use * with a condition on aws:PrincipalArn or aws:PrincipalOrgID.`,
      key: subject.key,
    };
  },
  examples: {
    bad: `resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/orders"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::*:role/orders" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-central-1:123456789012:orders"
    }]
  })
}
`,
    good: `resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/orders"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::210987654321:role/orders" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-central-1:123456789012:orders"
    }]
  })
}
`,
  },
});
