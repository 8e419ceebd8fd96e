import { isOpenRange } from '../../graph/aws/security-groups.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/eks-endpoint-public',
  title: 'Kubernetes API with an address on the internet',
  dimension: 'security',
  severity: 'info',
  why: 'A list of addresses in front of the API server is one forgotten entry away from being open, and nodes reach it over the internet unless the private endpoint is on. Where people come through a VPN or Session Manager the private endpoint alone is enough, and some audits ask for it.',
  sameAs: ['checkov:CKV_AWS_39', 'kics:terraform/aws/eks_cluster_has_public_access', 'trivy:AWS-0040'],
  controls: ['cis-eks:5.4.2', 'pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  visits: resources('aws_eks_cluster'),
  judge({ resource, node }) {
    const open = node.get('vpc_config', 'endpoint_public_access');
    if (open?.flag() === false) return;
    const ranges = node.list('vpc_config', 'public_access_cidrs');
    // open to all is a finding of its own
    if (ranges.length === 0 || ranges.some((range) => isOpenRange(range.text() ?? ''))) return;
    return {
      message: `The API server of ${resource.address} has a public address behind a list of ${ranges.length} ${ranges.length === 1 ? 'range' : 'ranges'}: where everybody comes through the VPC, set endpoint_public_access to false.`,
      at: open ?? node.get('vpc_config') ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n\n  vpc_config {\n    subnet_ids          = ["subnet-0a1b", "subnet-0c2d"]\n    public_access_cidrs = ["203.0.113.0/24"]\n  }\n}\n',
    good: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n\n  vpc_config {\n    subnet_ids              = ["subnet-0a1b", "subnet-0c2d"]\n    endpoint_private_access = true\n    endpoint_public_access  = false\n  }\n}\n',
  },
});
