import { identityStatements, statementOf } from '../../graph/aws/policies.ts';
import { describeGrantees } from '../../graph/aws/policy-holders.ts';
import { check } from '../check.ts';

/** Each is enough to become an administrator, if it is allowed on every identity. Source: Rhino Security Labs, AWS IAM privilege escalation methods. */
const ways: Readonly<Record<string, string>> = {
  'iam:*': 'it can give itself any policy',
  'iam:createpolicyversion': 'it can rewrite any policy, its own included',
  'iam:setdefaultpolicyversion': 'it can bring back an older, wider version of any policy',
  'iam:attachrolepolicy': 'it can attach AdministratorAccess to any role',
  'iam:attachuserpolicy': 'it can attach AdministratorAccess to any user',
  'iam:attachgrouppolicy': 'it can attach AdministratorAccess to any group',
  'iam:putrolepolicy': 'it can write any policy into any role',
  'iam:putuserpolicy': 'it can write any policy into any user',
  'iam:putgrouppolicy': 'it can write any policy into any group',
  'iam:updateassumerolepolicy': 'it can make any role trust it',
  'iam:createaccesskey': 'it can make keys for any user',
  'iam:createloginprofile': 'it can set a password for any user',
  'iam:updateloginprofile': 'it can change the password of any user',
  'iam:addusertogroup': 'it can put itself into any group',
  'iam:passrole': 'it can hand any role, an administrator’s too, to something that it starts',
  'sts:assumerole': 'it can take every role of the account that trusts the account',
};

export default check({
  id: 'aws/iam-privilege-escalation',
  title: 'Permission to become an administrator',
  dimension: 'security',
  severity: 'high',
  why: 'Some actions of IAM look harmless and are worth as much as full access: an identity that may attach policies, write trust policies or pass any role can make itself an administrator in one call. Limit them to the identities and roles that are meant, or set a permissions boundary.',
  sameAs: ['checkov:CKV_AWS_286', 'checkov:CKV_AWS_110'],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  visits: identityStatements,
  judge(subject, graph) {
    const { effect, actions, resources, conditions } = statementOf(subject);
    if (effect !== 'Allow' || conditions.length > 0 || !resources.some(reachesEveryIdentity)) return;
    const found = actions.filter(
      (action) => action !== undefined && ways[action.toLowerCase()] !== undefined,
    );
    const first = found[0];
    if (!first) return;
    const others = found.length > 1 ? ` (and ${found.slice(1).join(', ')})` : '';
    return {
      message: `${describeGrantees(graph, subject.resource)} allows ${first}${others} on every resource: ${ways[first.toLowerCase()]}. Name the roles that are meant.`,
      key: subject.key,
      ...(found.every((action) => /^(sts:assumerole|iam:passrole)$/i.test(action!)) && {
        severity: 'medium',
      }),
    };
  },
  examples: {
    bad: 'data "aws_iam_policy_document" "ci" {\n  statement {\n    actions   = ["iam:AttachRolePolicy", "iam:PassRole"]\n    resources = ["*"]\n  }\n}\n',
    good: 'data "aws_iam_policy_document" "ci" {\n  statement {\n    actions   = ["iam:PassRole"]\n    resources = ["arn:aws:iam::123456789012:role/shop-task"]\n  }\n}\n',
  },
});

function reachesEveryIdentity(resource: string | undefined): boolean {
  return (
    resource !== undefined &&
    /^(\*|arn:aws[\w-]*:iam::[^:]*:(\*|(role|user|group|policy)\/\*))$/.test(resource)
  );
}
