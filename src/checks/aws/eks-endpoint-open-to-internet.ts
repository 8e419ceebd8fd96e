import { isOpenRange } from '../../graph/aws/security-groups.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/eks-endpoint-open-to-internet',
  title: 'Kubernetes API open to the internet',
  dimension: 'security',
  severity: 'medium',
  why: 'Whoever holds a token of the cluster, from a laptop, a log or a leaked kubeconfig, can use it from anywhere, and every flaw of the API server can be tried by everybody. Unless it is told otherwise EKS answers the whole internet; limit it to the offices and the VPN, or use the private endpoint alone.',
  sameAs: [
    'checkov:CKV_AWS_38',
    'checkov:CKV_AWS_39',
    'kics:terraform/aws/eks_cluster_has_public_access',
    'kics:terraform/aws/eks_cluster_has_public_access_cidrs',
    'trivy:AWS-0040',
    'trivy:AWS-0041',
  ],
  controls: ['cis-eks:5.4.1', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  visits: resources('aws_eks_cluster'),
  judge({ resource, node }) {
    const network = node.get('vpc_config');
    if (network?.flag('endpoint_public_access') === false) return;
    const ranges = node.list('vpc_config', 'public_access_cidrs');
    const open = ranges.find((range) => isOpenRange(range.text() ?? ''));
    if (ranges.length > 0 && !open) return;
    return {
      message: open
        ? `The API server of ${resource.address} answers ${open.text()}: limit public_access_cidrs to your offices and VPN, or close the public endpoint.`
        : `The API server of ${resource.address} answers the whole internet, which is the default of EKS: set public_access_cidrs to your offices and VPN, or endpoint_public_access to false.`,
      at: open ?? network ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n\n  vpc_config {\n    subnet_ids = ["subnet-0a1b", "subnet-0c2d"]\n  }\n}\n',
    good: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n\n  vpc_config {\n    subnet_ids              = ["subnet-0a1b", "subnet-0c2d"]\n    endpoint_private_access = true\n    public_access_cidrs     = ["203.0.113.0/24"]\n  }\n}\n',
  },
});
