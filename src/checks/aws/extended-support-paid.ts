import { extendedEngines, extendedKubernetes } from '../../graph/aws/retirements.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** What each type runs unless it says so itself. */
const engines: Readonly<Record<string, string>> = {
  aws_db_instance: '',
  aws_rds_cluster: '',
  aws_docdb_cluster: 'docdb',
  aws_elasticache_cluster: '',
  aws_elasticache_replication_group: 'redis',
  aws_opensearch_domain: '',
  aws_elasticsearch_domain: 'Elasticsearch',
};

export default check({
  id: 'aws/extended-support-paid',
  title: 'Version that AWS charges extended support for',
  dimension: 'cost',
  severity: 'medium',
  why: 'After the end of standard support AWS charges for old versions: an EKS cluster costs 0.60 instead of 0.10 USD an hour, RDS, DocumentDB and ElastiCache add a charge for each vCPU or node and hour that doubles in the third year, and OpenSearch one for each instance. Then the upgrade comes anyway, on AWS’s day.',
  sources: [
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html#end-of-support',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/extended-support.html',
    'https://aws.amazon.com/eks/pricing/',
  ],
  visits: resources('aws_eks_cluster', ...Object.keys(engines)),
  judge({ resource, node }) {
    const isCluster = resource.type === 'aws_eks_cluster';
    const version = node.get(
      isCluster
        ? 'version'
        : resource.type === 'aws_elasticsearch_domain'
          ? 'elasticsearch_version'
          : 'engine_version',
    );
    const written = version?.text();
    if (!version || written === undefined) return;
    // refused extended support means an upgrade by AWS, not a charge
    if (node.text('upgrade_policy', 'support_type') === 'STANDARD') return;
    if (node.text('engine_lifecycle_support')?.endsWith('-disabled')) return;
    const [engine, number] = isCluster ? ['Kubernetes', written] : engineOf(resource.type, node, written);
    const ended = isCluster ? extendedKubernetes[written] : endOf(engine, number);
    if (!ended) return;
    const price = isCluster ? '0.60 instead of 0.10 USD an hour' : 'a surcharge for every hour';
    return {
      message: `${resource.address} runs ${engine} ${number}, whose standard support ended on ${ended}: it costs ${price} until it is upgraded.`,
      at: version,
    };
  },
  examples: {
    bad: database('12.19'),
    good: database('17.4'),
  },
});

/** Engine and version: a domain writes both in one, as `OpenSearch_2.5`. */
function engineOf(type: string, node: Node, version: string): readonly [string, string] {
  const [engine, number] = version.split('_');
  if (type === 'aws_opensearch_domain' && number !== undefined) return [engine!, number];
  return [node.text('engine') ?? engines[type]!, version];
}

function endOf(engine: string, version: string): string | undefined {
  const versions = extendedEngines[engine] ?? {};
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
