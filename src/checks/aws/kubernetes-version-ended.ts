import { endedKubernetes } from '../../graph/aws/retirements.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/kubernetes-version-ended',
  title: 'Kubernetes version that EKS has no more',
  dimension: 'functionality',
  severity: 'high',
  why: 'When extended support is over AWS upgrades the clusters that are left, on its own day, and takes the version away. From then on the code describes a cluster that is not there: a plan wants to go back, which is refused, and the cluster cannot be made anew after a disaster.',
  sameAs: ['checkov:CKV_AWS_339'],
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html'],
  visits: resources('aws_eks_cluster', 'aws_eks_node_group'),
  judge({ resource, node }) {
    const version = node.get('version');
    const ended = endedKubernetes[version?.text() ?? ''];
    if (!version || !ended) return;
    return {
      message: `${resource.address} asks for Kubernetes ${version.text()}, which EKS has no more since ${ended}: see which version AWS has put the cluster on, and go on from there, one minor version at a time.`,
      at: version,
    };
  },
  examples: {
    bad: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n  version  = "1.27"\n}\n',
    good: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n  version  = "1.35"\n}\n',
  },
});
