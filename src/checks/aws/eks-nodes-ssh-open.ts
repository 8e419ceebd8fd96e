import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/eks-nodes-ssh-open',
  title: 'Nodes that everybody may try to sign in to',
  dimension: 'security',
  severity: 'high',
  why: 'A node group that is given an SSH key and no source security group gets a rule from EKS that opens port 22 to 0.0.0.0/0. It stands in no file, so no review sees it. Name the group that may connect, or leave remote_access out and use Session Manager.',
  sameAs: ['checkov:CKV_AWS_100', 'kics:terraform/aws/eks_node_group_remote_access_disabled'],
  controls: ['cis-aws:5.2', 'cis-aws:5.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html'],
  visits: resources('aws_eks_node_group'),
  judge({ resource, node }) {
    const access = node.get('remote_access');
    if (!access?.has('ec2_ssh_key') || access.list('source_security_group_ids').length > 0) return;
    return {
      message: `EKS opens port 22 of the nodes of ${resource.address} to the whole internet, since remote_access names no source_security_group_ids: name the group that may connect, or take remote_access out.`,
      at: access,
    };
  },
  examples: {
    bad: 'resource "aws_eks_node_group" "main" {\n  cluster_name  = "shop"\n  node_role_arn = "arn:aws:iam::123456789012:role/nodes"\n  subnet_ids    = ["subnet-0a1b", "subnet-0c2d"]\n\n  remote_access {\n    ec2_ssh_key = "ops"\n  }\n}\n',
    good: 'resource "aws_eks_node_group" "main" {\n  cluster_name  = "shop"\n  node_role_arn = "arn:aws:iam::123456789012:role/nodes"\n  subnet_ids    = ["subnet-0a1b", "subnet-0c2d"]\n\n  remote_access {\n    ec2_ssh_key               = "ops"\n    source_security_group_ids = ["sg-0a1b2c3d"]\n  }\n}\n',
  },
});
