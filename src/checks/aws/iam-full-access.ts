import { identityStatements, statementOf } from '../../graph/aws/policies.ts';
import { describeGrantees } from '../../graph/aws/policy-holders.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/iam-full-access',
  title: 'Policy that allows everything on everything',
  dimension: 'security',
  severity: 'high',
  why: 'Whoever gets hold of such an identity, by a leaked key or a flaw in what runs as it, owns the account: data, backups, bill and the logs of the deed. Nobody needs all of it, and what is needed can be read from what was used.',
  sameAs: [
    'checkov:CKV_AWS_1',
    'checkov:CKV_AWS_62',
    'kics:terraform/aws/iam_policies_with_full_privileges',
    'kics:terraform/aws/iam_policy_grants_full_permissions',
    'kics:terraform/aws/sso_policy_with_full_privileges',
    'regula:FG_R00092',
  ],
  controls: ['cis-aws:1.16', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  visits: identityStatements,
  judge(subject, graph) {
    const { effect, actions, notActions, resources, notResources, conditions } = statementOf(subject);
    if (effect !== 'Allow' || conditions.length > 0) return;
    if (!resources.includes('*') && notResources.length === 0) return;
    const name = describeGrantees(graph, subject.resource);
    if (actions.some((action) => action === '*' || action === '*:*'))
      return {
        message: `${name} allows every action on every resource: whoever holds it owns the account. Name the actions that are needed.`,
        key: subject.key,
      };
    if (notActions.length > 0)
      return {
        message: `${name} allows everything but ${notActions.map((action) => action ?? 'some actions').join(', ')}, also what AWS adds tomorrow: name the actions that are needed instead.`,
        key: subject.key,
        severity: 'medium',
      };
    return;
  },
  examples: {
    bad: 'resource "aws_iam_policy" "deploy" {\n  name = "deploy"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "*"\n      Resource = "*"\n    }]\n  })\n}\n',
    good: 'resource "aws_iam_policy" "deploy" {\n  name = "deploy"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = ["ecs:UpdateService", "ecs:DescribeServices"]\n      Resource = "arn:aws:ecs:eu-central-1:123456789012:service/shop/*"\n    }]\n  })\n}\n',
  },
});
