import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/policy-attachment-exclusive',
  title: 'Attachment that takes a policy from everybody else',
  dimension: 'functionality',
  severity: 'medium',
  why: 'aws_iam_policy_attachment manages all attachments of a policy in the account: every apply detaches it from whoever else has it, in other roots, in other teams, or given by hand, and what they run fails with AccessDenied. The resources for a single role, user or group leave others alone.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment',
  ],
  visits: resources('aws_iam_policy_attachment', 'aws_iam_role_policy_attachment'),
  judge({ resource, node }) {
    if (resource.type !== 'aws_iam_policy_attachment') return;
    const policy = node.peek('policy_arn')?.content;
    const isManaged = typeof policy === 'string' && /^arn:[\w-]+:iam::aws:policy\//.test(policy);
    return {
      message: `${resource.address} detaches ${isManaged ? policy.replace(/^.*\//, '') : 'its policy'} from everybody in the account whom it does not name, at every apply: use aws_iam_role_policy_attachment (or that for groups) instead.`,
      // a policy of AWS is shared by all; one of one's own is often attached here only
      ...(isManaged && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "aws_iam_policy_attachment" "read" {\n  name       = "read"\n  roles      = ["reports"]\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\n',
    good: 'resource "aws_iam_role_policy_attachment" "read" {\n  role       = "reports"\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\n',
  },
});
