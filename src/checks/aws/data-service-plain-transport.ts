import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'aws/data-service-plain-transport',
  title: 'Data service that talks in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'Without TLS the password and all data pass through the network as they are, and whoever gets into the VPC, by one instance, reads both. Clients of these services all speak TLS.',
  sameAs: [
    'checkov:CKV_AWS_30',
    'checkov:CKV_AWS_31',
    'checkov:CKV_AWS_81',
    'checkov:CKV_AWS_83',
    'kics:terraform/aws/elasticache_replication_group_not_encrypted_at_transit',
    'kics:terraform/aws/elasticsearch_with_https_disabled',
    'kics:terraform/aws/msk_cluster_encryption_disabled',
    'trivy:AWS-0046',
    'trivy:AWS-0051',
    'trivy:AWS-0073',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
  ],
  visits: resources(
    'aws_elasticache_replication_group',
    'aws_opensearch_domain',
    'aws_elasticsearch_domain',
    'aws_msk_cluster',
  ),
  judge({ resource, node }): readonly Fault[] {
    const { address, type } = resource;
    if (type === 'aws_elasticache_replication_group')
      return off(node, ['transit_encryption_enabled'], `${address} takes passwords and data without TLS`);
    if (type === 'aws_msk_cluster') return ofKafka(node, address);
    // within the block HTTPS is the default, without the block it is not
    const options = node.get('domain_endpoint_options');
    if (options && !options.has('enforce_https')) return [];
    return off(node, ['domain_endpoint_options', 'enforce_https'], `${address} also answers plain HTTP`);
  },
  examples: {
    bad: 'resource "aws_elasticache_replication_group" "carts" {\n  replication_group_id       = "carts"\n  description                = "Carts"\n  node_type                  = "cache.t4g.small"\n  at_rest_encryption_enabled = true\n}\n',
    good: 'resource "aws_elasticache_replication_group" "carts" {\n  replication_group_id       = "carts"\n  description                = "Carts"\n  node_type                  = "cache.t4g.small"\n  at_rest_encryption_enabled = true\n  transit_encryption_enabled = true\n}\n',
  },
});

function off(body: Node, path: readonly string[], wrong: string): Fault[] {
  const setting = body.get(...path);
  if (setting?.flag() === true) return [];
  return [
    {
      message: `${wrong}: set ${path.join('.')} to true, and let the clients use TLS.`,
      at: setting ?? body,
      key: path[0]!,
      fix: {
        safety: 'unsafe',
        summary: `set ${path.join('.')} to true (clients without TLS are refused)`,
        edits: [{ op: 'set', in: body, path, value: true }],
      },
    },
  ];
}

/** TLS is the default of MSK, for clients and between brokers. */
function ofKafka(body: Node, address: string): Fault[] {
  const faults: Fault[] = [];
  const clients = body.get('encryption_info', 'encryption_in_transit', 'client_broker');
  if (clients && clients.text() !== 'TLS')
    faults.push({
      message: `${address} talks to clients ${clients.text() === 'PLAINTEXT' ? 'only' : 'also'} without TLS: set client_broker to TLS.`,
      at: clients,
      key: 'client_broker',
    });
  const inside = body.get('encryption_info', 'encryption_in_transit', 'in_cluster');
  if (inside?.flag() === false)
    faults.push({
      message: `The brokers of ${address} send each other data in the clear: set in_cluster to true.`,
      at: inside,
      key: 'in_cluster',
    });
  return faults;
}
