import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cache-without-failover',
  title: 'Cache that does not fail over',
  dimension: 'reliability',
  severity: 'low',
  why: 'When its primary node is lost, ElastiCache starts a new, empty one, which takes minutes, and everything that was kept there is gone: sessions, carts, locks. With a replica and automatic failover another node takes over within seconds. It weighs more in production; an environment that is named otherwise is left alone.',
  sameAs: ['checkov:CKV2_AWS_50'],
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  visits: resources('aws_elasticache_replication_group'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    // a secondary of a global datastore is as its primary is
    if (node.has('global_replication_group_id')) return;
    const failover = node.get('automatic_failover_enabled');
    if (failover?.flag() === true || (node.amount('num_node_groups') ?? 1) > 1) return;
    const nodes =
      node.amount('num_cache_clusters') ??
      node.amount('number_cache_clusters') ??
      (node.amount('replicas_per_node_group') ?? 0) + 1;
    const wanted =
      nodes > 1 ? 'set automatic_failover_enabled' : 'add a replica and set automatic_failover_enabled';
    return {
      message: `${resource.address} has ${nodes === 1 ? 'a single node' : `${nodes} nodes`} and no automatic failover, so the loss of its primary takes what it holds and its users with it: ${wanted}.`,
      at: failover ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      ...(nodes > 1 && {
        fix: {
          safety: 'unsafe',
          summary: 'set automatic_failover_enabled to true',
          edits: [{ op: 'set', in: node, path: ['automatic_failover_enabled'], value: true }],
        },
      }),
    };
  },
  examples: {
    bad: cache(''),
    good: cache('  num_cache_clusters         = 2\n  automatic_failover_enabled = true\n'),
  },
});

function cache(inside: string): string {
  return `resource "aws_elasticache_replication_group" "carts" {
  replication_group_id       = "carts"
  description                = "Carts"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
${inside}}
`;
}
