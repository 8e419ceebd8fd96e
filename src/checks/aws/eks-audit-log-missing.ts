import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What tells who did what in the cluster, and how they signed in. Source: Amazon EKS User Guide, control plane logs. */
const needed = ['audit', 'authenticator'];

export default check({
  id: 'aws/eks-audit-log-missing',
  title: 'Cluster that does not record who did what',
  dimension: 'observability',
  severity: 'medium',
  why: 'The audit log is the only record of who read a secret, changed a role or deleted a namespace, and the authenticator log of which IAM identity that was. EKS keeps neither unless it is told to, and nothing brings back what was not written.',
  sameAs: [
    'checkov:CKV_AWS_37',
    'kics:terraform/aws/eks_cluster_log_disabled',
    'kics:terraform/aws/missing_cluster_log_types',
    'trivy:AWS-0038',
  ],
  controls: ['cis-eks:2.1.1', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html'],
  visits: resources('aws_eks_cluster'),
  judge({ resource, node }) {
    const kept = node.get('enabled_cluster_log_types');
    const types = node.list('enabled_cluster_log_types').map((type) => type.text());
    const missing = needed.filter((type) => !types.includes(type));
    if (missing.length === 0) return;
    const only = types.length > 0 ? `keeps only the ${types.join(', ')} log` : 'keeps no control plane log';
    return {
      message: `${resource.address} ${only}, so ${missing.includes('audit') ? 'nobody can tell who did what in it' : 'what happened cannot be told from whose IAM identity it came'}: add ${missing.join(' and ')} to enabled_cluster_log_types.`,
      at: kept ?? node,
      fix: {
        safety: 'unsafe',
        summary: `keep the ${missing.join(' and ')} log too (paid by the gigabyte)`,
        edits: [
          {
            op: 'set',
            in: node,
            path: ['enabled_cluster_log_types'],
            value: [...types.flatMap((type) => type ?? []), ...missing],
          },
        ],
      },
      ...((isNonProduction(resource) || !missing.includes('audit')) && { severity: 'low' }),
    };
  },
  examples: {
    bad: 'resource "aws_eks_cluster" "shop" {\n  name                      = "shop"\n  role_arn                  = "arn:aws:iam::123456789012:role/shop-cluster"\n  enabled_cluster_log_types = ["api"]\n\n  vpc_config {\n    subnet_ids = ["subnet-0a1b", "subnet-0c2d"]\n  }\n}\n',
    good: 'resource "aws_eks_cluster" "shop" {\n  name                      = "shop"\n  role_arn                  = "arn:aws:iam::123456789012:role/shop-cluster"\n  enabled_cluster_log_types = ["api", "audit", "authenticator"]\n\n  vpc_config {\n    subnet_ids = ["subnet-0a1b", "subnet-0c2d"]\n  }\n}\n',
  },
});
