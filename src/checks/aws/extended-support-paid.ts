import { extendedEngines, extendedKubernetes } from '../../graph/aws/retirements.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/extended-support-paid',
  title: 'Version that AWS charges extended support for',
  dimension: 'cost',
  severity: 'medium',
  why: 'After the end of standard support AWS charges for old versions: an EKS cluster costs 0.60 instead of 0.10 USD an hour, and RDS adds from 0.10 USD for each vCPU and hour, doubled in the third year. Then the upgrade comes anyway, on AWS’s day.',
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html',
    'https://aws.amazon.com/eks/pricing/',
  ],
  visits: resources('aws_eks_cluster', 'aws_db_instance', 'aws_rds_cluster'),
  judge({ resource, node }) {
    const isCluster = resource.type === 'aws_eks_cluster';
    const version = node.get(isCluster ? 'version' : 'engine_version');
    const written = version?.text();
    if (!version || written === undefined) return;
    // refused extended support means an upgrade by AWS, not a charge
    if (node.text('upgrade_policy', 'support_type') === 'STANDARD') return;
    if (node.text('engine_lifecycle_support')?.endsWith('-disabled')) return;
    const ended = isCluster ? extendedKubernetes[written] : endOf(node, written);
    if (!ended) return;
    const price = isCluster ? '0.60 instead of 0.10 USD an hour' : 'a surcharge for every vCPU and hour';
    return {
      message: `${resource.address} runs ${isCluster ? 'Kubernetes' : (node.text('engine') ?? '')} ${written}, whose standard support ended on ${ended}: it costs ${price} until it is upgraded.`,
      at: version,
    };
  },
  examples: {
    bad: database('12.19'),
    good: database('17.4'),
  },
});

function endOf(node: Node, version: string): string | undefined {
  const versions = extendedEngines[node.text('engine') ?? ''] ?? {};
  const major = Object.keys(versions).find((one) => version === one || version.startsWith(`${one}.`));
  return major && versions[major];
}

function database(version: string): string {
  return `resource "aws_db_instance" "orders" {
  engine            = "postgres"
  engine_version    = "${version}"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
}
`;
}
