import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/eks-secrets-key-missing',
  title: 'Kubernetes secrets without a key of your own',
  dimension: 'security',
  severity: 'info',
  why: 'From Kubernetes 1.28 on EKS encrypts everything in etcd with a key that AWS owns. A key of your own adds that its use is logged and that it can be taken away, which some audits demand; it can be added to a cluster, and not removed.',
  sameAs: ['checkov:CKV_AWS_58', 'kics:terraform/aws/eks_cluster_encryption_disabled', 'trivy:AWS-0039'],
  controls: ['cis-eks:5.3.1', 'pci-dss:3.5.1'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html'],
  visits: resources('aws_eks_cluster'),
  judge({ resource, node }) {
    const encrypted = node
      .list('encryption_config')
      .some(
        (config) =>
          config.list('resources').some((kind) => kind.text() === 'secrets') &&
          config.has('provider', 'key_arn'),
      );
    if (encrypted) return;
    return {
      message: `The secrets of ${resource.address} are encrypted with a key that AWS owns: where an audit asks for a key of your own, add encryption_config.`,
      at: node.get('encryption_config') ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n\n  vpc_config {\n    subnet_ids          = ["subnet-0a1b", "subnet-0c2d"]\n    public_access_cidrs = ["203.0.113.0/24"]\n  }\n}\n',
    good: 'resource "aws_eks_cluster" "shop" {\n  name     = "shop"\n  role_arn = "arn:aws:iam::123456789012:role/shop-cluster"\n\n  vpc_config {\n    subnet_ids          = ["subnet-0a1b", "subnet-0c2d"]\n    public_access_cidrs = ["203.0.113.0/24"]\n  }\n\n  encryption_config {\n    resources = ["secrets"]\n\n    provider {\n      key_arn = "arn:aws:kms:eu-central-1:123456789012:key/0a1b"\n    }\n  }\n}\n',
  },
});
