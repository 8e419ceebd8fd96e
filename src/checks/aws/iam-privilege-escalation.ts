import { identityStatements, statementOf } from '../../graph/aws/policies.ts';
import { describeGrantees, granteesOf } from '../../graph/aws/policy-holders.ts';
import { launches } from '../../graph/aws/reach/launches.ts';
import { permits } from '../../graph/aws/reach/permits.ts';
import { rightsOf } from '../../graph/aws/reach/rights.ts';
import { unlessUntold } from '../../graph/aws/reach/unless-untold.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';
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
  'glue:updatedevendpoint': 'it can put its key into every development endpoint, and so get the role of each',
  'sts:assumerole': 'it can take every role of the account that trusts the account',
};

/** These lead on only with something else: what to start, or a role that trusts the whole account. */
const mild = /^(sts:assumerole|iam:passrole|glue:updatedevendpoint)$/i;

export default check({
  id: 'aws/iam-privilege-escalation',
  title: 'Permission to become an administrator',
  dimension: 'security',
  severity: 'high',
  why: 'Some actions of IAM look harmless and are worth as much as full access: an identity that may attach policies, write trust policies or pass any role can make itself an administrator in one call. Limit them to the identities and roles that are meant, or set a permissions boundary.',
  sameAs: [
    'checkov:CKV2_AWS_40',
    'checkov:CKV_AWS_110',
    'checkov:CKV_AWS_286',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_glue_UpdateDevEndpoint',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_AddUserToGroup',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_AttachGroupPolicy',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_AttachRolePolicy',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_AttachUserPolicy',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_CreateAccessKey',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_CreateLoginProfile',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_CreatePolicyVersion',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PassRole_and_cloudformation_CreateStack',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PassRole_and_ec2_RunInstances',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PassRole_and_glue_CreateDevEndpoint',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PassRole_and_lambda_CreateFunction_and_lambda_InvokeFunction',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PutGroupPolicy',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PutRolePolicy',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_PutUserPolicy',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_SetDefaultPolicyVersion',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_UpdateAssumeRolePolicy_and_sts_AssumeRole',
    'kics:terraform/aws/group_with_privilege_escalation_by_actions_iam_UpdateLoginProfile',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_glue_UpdateDevEndpoint',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_AddUserToGroup',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_AttachGroupPolicy',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_AttachRolePolicy',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_AttachUserPolicy',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_CreateAccessKey',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_CreateLoginProfile',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_CreatePolicyVersion',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PassRole_and_cloudformation_CreateStack',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PassRole_and_ec2_RunInstances',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PassRole_and_glue_CreateDevEndpoint',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PassRole_and_lambda_CreateFunction_lambda_InvokeFunction',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PutGroupPolicy',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PutRolePolicy',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_PutUserPolicy',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_SetDefaultPolicyVersion',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_UpdateAssumeRolePolicy_and_sts_AssumeRole',
    'kics:terraform/aws/role_with_privilege_escalation_by_actions_iam_UpdateLoginProfile',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_glue_UpdateDevEndpoint',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_AddUserToGroup',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_AttachGroupPolicy',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_AttachRolePolicy',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_AttachUserPolicy',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_CreateAccessKey',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_CreateLoginProfile',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_CreatePolicyVersion',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PassRole_and_cloudformation_CreateStack',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PassRole_and_ec2_RunInstances',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PassRole_and_glue_CreateDevEndpoint',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PassRole_and_lambda_CreateFunction_and_lambda_InvokeFunction',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PutGroupPolicy',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PutRolePolicy',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_PutUserPolicy',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_SetDefaultPolicyVersion',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_UpdateAssumeRolePolicy_and_sts_AssumeRole',
    'kics:terraform/aws/user_with_privilege_escalation_by_actions_iam_UpdateLoginProfile',
    'kics:terraform/aws/iam_role_policy_passrole_allows_all',
    'trivy:AWS-0342',
    'checkov:CKV_AWS_107',
    'checkov:CKV_AWS_109',
    'checkov:CKV_AWS_287',
    'checkov:CKV_AWS_289',
  ],
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
    const launch = passes(found) ? launchOf(graph, subject.resource) : undefined;
    const others = found.length > 1 ? ` (and ${found.slice(1).join(', ')})` : '';
    return {
      message: `${describeGrantees(graph, subject.resource)} allows ${first}${others} on every resource: ${ways[first.toLowerCase()]}${launch ? ` (${launch})` : ''}. Name the roles that are meant.`,
      key: subject.key,
      ...(!launch && found.every((action) => mild.test(action!)) && { severity: 'medium' }),
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

function passes(actions: readonly (string | undefined)[]): boolean {
  return actions.some((action) => action?.toLowerCase() === 'iam:passrole');
}

/** What who gets the policy may start with a role that it passes: `making a function, with lambda:CreateFunction`. */
function launchOf(graph: Graph, policy: Resource): string | undefined {
  for (const identity of granteesOf(graph, policy)) {
    const rights = unlessUntold(() => rightsOf(graph, identity));
    if (!rights) continue;
    for (const { actions, by } of launches) {
      const used = actions.map((some) => some.find((action) => permits(rights, action, 'anything')));
      if (!used.includes(undefined)) return `${by}, with ${used.join(' and ')}`;
    }
  }
  return undefined;
}
