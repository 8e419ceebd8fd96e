import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cache-without-snapshots',
  title: 'Redis of production without snapshots',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'What is called a cache often keeps sessions, carts, queues or counters that exist nowhere else. Without snapshots a flush, a bad release or a lost cluster ends them; one snapshot a day is free. It is only told for production.',
  sameAs: [
    'checkov:CKV_AWS_134',
    'kics:terraform/aws/elasticache_redis_cluster_without_backup',
    'trivy:AWS-0050',
  ],
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html'],
  visits: resources('aws_elasticache_replication_group', 'aws_elasticache_cluster'),
  judge({ resource, node }) {
    if (!isProduction(resource) || !keepsSnapshots(resource)) return;
    const kept = node.get('snapshot_retention_limit');
    if ((kept?.amount() ?? 0) > 0) return;
    return {
      message: `${resource.address} keeps no snapshots: unless all that it holds can be made again, set snapshot_retention_limit.`,
      at: kept ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set snapshot_retention_limit to 7 (snapshots beyond the first are paid)',
        edits: [{ op: 'set', in: node, path: ['snapshot_retention_limit'], value: 7 }],
      },
    };
  },
  examples: {
    bad: { 'prod/main.tf': cache('') },
    good: { 'prod/main.tf': cache('  snapshot_retention_limit   = 7\n') },
  },
});

/** Memcached has no snapshots, and those of a replica are its group's affair. @throws Undecided */
function keepsSnapshots({ type, body }: Resource): boolean {
  if (type !== 'aws_elasticache_cluster') return true;
  return body.text('engine') !== 'memcached' && !body.has('replication_group_id');
}

function cache(inside: string): string {
  return `resource "aws_elasticache_replication_group" "carts" {
  replication_group_id       = "carts"
  description                = "Carts"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
${inside}}
`;
}
