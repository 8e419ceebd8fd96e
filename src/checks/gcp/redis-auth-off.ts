import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/redis-auth-off',
  title: 'Redis that asks for no password',
  dimension: 'security',
  severity: 'medium',
  why: 'Every machine and pod in the network may read, change and delete all of it: sessions, carts, tokens. With AUTH a client has to know a string, which Secret Manager can hold.',
  sameAs: ['checkov:CKV_GCP_95'],
  controls: ['pci-dss:8.3.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/memorystore/docs/redis/about-redis-auth'],
  visits: resources('google_redis_instance', 'google_redis_cluster'),
  judge({ resource, node }) {
    const isCluster = resource.type === 'google_redis_cluster';
    const name = isCluster ? 'authorization_mode' : 'auth_enabled';
    const setting = node.get(name);
    if (isCluster ? setting?.text() === 'AUTH_MODE_IAM_AUTH' : setting?.flag() === true) return;
    return {
      message: `${resource.address} lets everything in its network read and change it without a password: set ${name} to ${isCluster ? '"AUTH_MODE_IAM_AUTH"' : 'true'}.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} (clients without the password are refused)`,
        edits: [{ op: 'set', in: node, path: [name], value: isCluster ? 'AUTH_MODE_IAM_AUTH' : true }],
      },
    };
  },
  examples: {
    bad: 'resource "google_redis_instance" "sessions" {\n  name           = "sessions"\n  memory_size_gb = 1\n}\n',
    good: 'resource "google_redis_instance" "sessions" {\n  name           = "sessions"\n  memory_size_gb = 1\n  auth_enabled   = true\n}\n',
  },
});
