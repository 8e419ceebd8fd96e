import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/opensearch-nodes-plain-transport',
  title: 'Search cluster whose nodes talk in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'The nodes of a domain send each other every document and query. Without node-to-node encryption these pass through the network as they are, also where clients are made to use HTTPS, and fine-grained access control cannot be turned on.',
  sameAs: [
    'checkov:CKV_AWS_6',
    'kics:terraform/aws/elasticsearch_domain_not_encrypted_node_to_node',
    'trivy:AWS-0043',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html'],
  visits: resources('aws_opensearch_domain', 'aws_elasticsearch_domain'),
  judge({ resource, node }) {
    const setting = node.get('node_to_node_encryption', 'enabled');
    // a single node has nobody to talk to; one for which it is turned off is meant to stay so
    if (setting?.flag() === true || (!setting && isAlone(node))) return;
    return {
      message: `The nodes of ${resource.address} send each other data in the clear: set node_to_node_encryption.enabled to true.`,
      at: setting ?? node,
      ...(isAlone(node) && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: 'set node_to_node_encryption.enabled to true (it cannot be turned off again)',
        edits: [{ op: 'set', in: node, path: ['node_to_node_encryption', 'enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_opensearch_domain" "search" {\n  domain_name    = "search"\n  engine_version = "OpenSearch_2.19"\n\n  cluster_config {\n    instance_count = 3\n  }\n\n  domain_endpoint_options {\n    enforce_https       = true\n    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"\n  }\n}\n',
    good: 'resource "aws_opensearch_domain" "search" {\n  domain_name    = "search"\n  engine_version = "OpenSearch_2.19"\n\n  cluster_config {\n    instance_count = 3\n  }\n\n  domain_endpoint_options {\n    enforce_https       = true\n    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"\n  }\n\n  node_to_node_encryption {\n    enabled = true\n  }\n}\n',
  },
});

/** Whether a domain has a single node, as it has unless told otherwise, and so nobody to talk to. */
function isAlone(domain: Node): boolean {
  const cluster = domain.get('cluster_config');
  return (cluster?.amount('instance_count') ?? 1) < 2 && cluster?.flag('dedicated_master_enabled') !== true;
}
