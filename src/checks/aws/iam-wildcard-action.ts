import { identityStatements, statementOf } from '../../graph/aws/policies.ts';
import { describeGrantees } from '../../graph/aws/policy-holders.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/iam-wildcard-action',
  title: 'Policy that allows every action',
  dimension: 'security',
  severity: 'medium',
  why: 'The action * takes in deleting the resource, changing its policy and giving it away, besides whatever AWS adds later. Actions are cheap to list, and the list tells a reader what the identity is for.',
  sameAs: ['checkov:CKV_AWS_49', 'checkov:CKV_AWS_63'],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  visits: identityStatements,
  judge(subject, graph) {
    const { effect, actions, resources, notResources } = statementOf(subject);
    if (effect !== 'Allow' || !actions.includes('*')) return;
    // on everything it is full access, which is a finding of its own
    if (resources.includes('*') || notResources.length > 0) return;
    return {
      message: `${describeGrantees(graph, subject.resource)} allows every action on ${resources.map((resource) => resource ?? 'its resource').join(', ')}, also deleting it and changing who may use it: list the actions that are needed.`,
      key: subject.key,
    };
  },
  examples: {
    bad: 'resource "aws_iam_policy" "exports" {\n  name = "exports"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "*"\n      Resource = "arn:aws:s3:::acme-exports/*"\n    }]\n  })\n}\n',
    good: 'resource "aws_iam_policy" "exports" {\n  name = "exports"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = ["s3:GetObject", "s3:PutObject"]\n      Resource = "arn:aws:s3:::acme-exports/*"\n    }]\n  })\n}\n',
  },
});
