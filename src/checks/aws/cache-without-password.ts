import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cache-without-password',
  title: 'Cache that asks nobody who they are',
  dimension: 'security',
  severity: 'low',
  why: 'Sessions and tokens lie in a cache, and without a password or users everything that gets through its security group reads and empties it: one flaw in any service that may connect is enough. Users with rights of their own (RBAC) or an AUTH token stand behind the network.',
  sameAs: ['checkov:CKV_AWS_31'],
  controls: ['pci-dss:8.3.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'],
  visits: resources('aws_elasticache_replication_group'),
  judge({ resource, node }) {
    if (node.has('global_replication_group_id')) return;
    if (node.has('auth_token') || node.list('user_group_ids').length > 0) return;
    return {
      message: `${resource.address} takes commands from everybody who can connect: give it user_group_ids, or an auth_token from Secrets Manager.`,
    };
  },
  examples: {
    bad: 'resource "aws_elasticache_replication_group" "carts" {\n  replication_group_id       = "carts"\n  description                = "Carts"\n  transit_encryption_enabled = true\n}\n',
    good: 'resource "aws_elasticache_replication_group" "carts" {\n  replication_group_id       = "carts"\n  description                = "Carts"\n  transit_encryption_enabled = true\n  user_group_ids             = ["carts"]\n}\n',
  },
});
