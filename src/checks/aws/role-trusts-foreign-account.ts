import { type PolicyStatement, statementOf, trustStatements } from '../../graph/aws/policies.ts';
import type { Condition } from '../../graph/aws/policy-document.ts';
import { holdersOf } from '../../graph/aws/policy-holders.ts';
import { describePath, pathToAdministrator } from '../../graph/aws/reach/paths.ts';
import { unlessUntold } from '../../graph/aws/reach/unless-untold.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/role-trusts-foreign-account',
  title: 'Role that a whole other account may take',
  dimension: 'security',
  severity: 'low',
  why: 'Trust in an account is trust in everybody whom its administrators let assume roles, and in every service there that acts for others: one that works for many customers can be talked into using your role for another of them, unless an external id says for whom it asks. Name the role that takes it, and add a condition on sts:ExternalId, or on aws:PrincipalOrgID within an organization.',
  sameAs: [
    'checkov:CKV_AWS_61',
    'kics:terraform/aws/cross_account_iam_assume_role_policy_without_external_id_or_mfa',
    'kics:terraform/aws/iam_policy_grants_assumerole_permission_across_all_services',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  visits: trustStatements,
  judge(subject: PolicyStatement, graph) {
    const { effect, principals, conditions } = statementOf(subject);
    if (effect !== 'Allow' || !conditions.every(saysNothing)) return;
    const account = principals.find(
      ({ type, identifier }) =>
        type === 'AWS' && /^(\d{12}|arn:aws[\w-]*:iam::\d{12}:root)$/.test(identifier ?? ''),
    )?.identifier;
    if (account === undefined) return;
    const [role] = holdersOf(graph, subject.resource).filter(({ type }) => type === 'aws_iam_role');
    const path = role && unlessUntold(() => pathToAdministrator(graph, role));
    return {
      message: `Whoever the administrators of account ${/\d{12}/.exec(account)![0]} let may take ${role?.address ?? subject.resource.address}${path ? `, which ${describePath(path)}` : ''}: name the role that is meant, or add a condition on sts:ExternalId or aws:PrincipalOrgID.`,
      key: subject.key,
      ...(path && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_iam_role" "reports" {\n  name = "reports"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { AWS = "arn:aws:iam::210987654321:root" }\n    }]\n  })\n}\n',
    good: 'resource "aws_iam_role" "reports" {\n  name = "reports"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { AWS = "arn:aws:iam::210987654321:root" }\n      Condition = { StringEquals = { "sts:ExternalId" = "acme-reports" } }\n    }]\n  })\n}\n',
  },
});

/** An external id that is empty, or a second factor that is not asked for. */
function saysNothing({ key, values }: Condition): boolean {
  return (
    (key === 'sts:externalid' && values.every((value) => value === '')) ||
    (key === 'aws:multifactorauthpresent' && values.every((value) => value === 'false'))
  );
}
