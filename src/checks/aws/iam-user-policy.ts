import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/iam-user-policy',
  title: 'Policy given to a user',
  dimension: 'security',
  severity: 'low',
  why: 'Rights that hang on single users are forgotten when people change their work, and nobody sees who may do what without reading every user. Give them to a group, or better to a role that people take through single sign-on.',
  sameAs: [
    'checkov:CKV_AWS_40',
    'kics:terraform/aws/iam_policies_attached_to_user',
    'regula:FG_R00007',
    'trivy:AWS-0143',
  ],
  controls: ['cis-aws:1.15', 'pci-dss:7.2.1', 'soc2:CC6.3'],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp'],
  visits: resources('aws_iam_user_policy', 'aws_iam_user_policy_attachment', 'aws_iam_policy_attachment'),
  judge({ resource, node }) {
    // which user it is does not matter
    const users = node.peek('user') ?? node.get('users');
    if (!users || (resource.type === 'aws_iam_policy_attachment' && node.list('users').length === 0)) return;
    return {
      message: `${resource.address} gives rights to a single user: give them to a group or a role, where they are seen and end with the task.`,
      at: users,
    };
  },
  examples: {
    bad: 'resource "aws_iam_user_policy_attachment" "build" {\n  user       = "build"\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\n',
    good: 'resource "aws_iam_policy_attachment" "readers" {\n  name       = "readers"\n  groups     = ["readers"]\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\n',
  },
});
