import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/redis-plain-transport',
  title: 'Redis that speaks in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'Keys, values and the password itself travel through the network as they are. Encryption in transit has to be chosen when the instance is made, and clients need its certificate authority.',
  sameAs: ['checkov:CKV_GCP_97'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: ['https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption'],
  visits: resources('google_redis_instance', 'google_redis_cluster'),
  judge({ resource, node }) {
    const setting = node.get('transit_encryption_mode');
    const text = setting?.text();
    if (text === 'SERVER_AUTHENTICATION' || text === 'TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION') return;
    const right =
      resource.type === 'google_redis_cluster'
        ? 'TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION'
        : 'SERVER_AUTHENTICATION';
    return {
      message: `${resource.address} sends keys and values through the network in the clear: set transit_encryption_mode to "${right}".`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set transit_encryption_mode to "${right}" (makes the instance anew)`,
        edits: [{ op: 'set', in: node, path: ['transit_encryption_mode'], value: right }],
      },
    };
  },
  examples: {
    bad: 'resource "google_redis_instance" "sessions" {\n  name           = "sessions"\n  memory_size_gb = 1\n}\n',
    good: 'resource "google_redis_instance" "sessions" {\n  name                    = "sessions"\n  memory_size_gb          = 1\n  transit_encryption_mode = "SERVER_AUTHENTICATION"\n}\n',
  },
});
