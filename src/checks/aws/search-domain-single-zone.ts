import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/search-domain-single-zone',
  title: 'Search domain in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without zone awareness all nodes of a domain stand in one zone and go with it, and with fewer than three dedicated masters a lost node can leave the rest without a quorum. Two zones with replicas, or three with standby, keep it answering.',
  sameAs: ['checkov:CKV2_AWS_59', 'checkov:CKV_AWS_318'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
  ],
  visits: resources('aws_opensearch_domain', 'aws_elasticsearch_domain'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const cluster = node.get('cluster_config');
    const severity = isProduction(resource) ? 'medium' : 'low';
    if (
      cluster?.flag('zone_awareness_enabled') !== true &&
      cluster?.flag('multi_az_with_standby_enabled') !== true
    )
      return {
        message: `All of ${resource.address} stands in one zone and goes with it: set cluster_config.zone_awareness_enabled, with a node in each zone and a replica of each index.`,
        at: cluster ?? node,
        severity,
      };
    const masters = cluster.get('dedicated_master_count');
    if (cluster.flag('dedicated_master_enabled') !== true || (masters?.amount() ?? 3) >= 3) return;
    return {
      message: `${resource.address} has ${masters?.text()} dedicated masters: without one of them the others cannot agree. Set dedicated_master_count to 3.`,
      at: masters ?? cluster,
      severity,
    };
  },
  examples: {
    bad: 'resource "aws_opensearch_domain" "search" {\n  domain_name = "search"\n\n  cluster_config {\n    instance_count = 2\n  }\n}\n',
    good: 'resource "aws_opensearch_domain" "search" {\n  domain_name = "search"\n\n  cluster_config {\n    instance_count         = 2\n    zone_awareness_enabled = true\n  }\n}\n',
  },
});
