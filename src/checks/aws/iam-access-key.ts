import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/iam-access-key',
  title: 'Long-lived access key made by Terraform',
  dimension: 'security',
  severity: 'medium',
  why: 'An access key works from anywhere until somebody revokes it, and its secret lies in the state, where everybody who may plan can read it. Workloads take roles; pipelines outside of AWS take a role through OpenID Connect.',
  sameAs: ['checkov:CKV_AWS_273'],
  controls: ['cis-aws:1.14', 'cis-aws:1.18', 'pci-dss:8.6.3', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  visits: resources('aws_iam_access_key'),
  judge({ resource, node }) {
    if (node.text('status') === 'Inactive') return;
    const readable = node.has('pgp_key')
      ? ''
      : ', and whose secret lies in the state for everybody who may plan';
    return {
      message: `${resource.address} is a key that never ends${readable}: let the workload take a role instead, through OpenID Connect where it runs outside of AWS.`,
    };
  },
  examples: {
    bad: 'resource "aws_iam_user" "ci" {\n  name = "ci"\n}\n\nresource "aws_iam_access_key" "ci" {\n  user = aws_iam_user.ci.name\n}\n',
    good: 'resource "aws_iam_user" "ci" {\n  name = "ci"\n}\n\nresource "aws_iam_access_key" "ci" {\n  user   = aws_iam_user.ci.name\n  status = "Inactive"\n}\n',
  },
});
