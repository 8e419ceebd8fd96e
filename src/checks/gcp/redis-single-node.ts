import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/redis-single-node',
  title: 'Redis without a replica',
  dimension: 'reliability',
  severity: 'low',
  why: 'The basic tier has one node: when it fails, is scaled or maintained, Redis is away for minutes and comes back empty. The standard tier keeps a replica in another zone and fails over within seconds.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/memorystore/docs/redis/redis-tiers'],
  visits: resources('google_redis_instance'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const tier = node.get('tier');
    if (tier?.text() === 'STANDARD_HA') return;
    return {
      message: `${resource.address} has one node, and comes back empty when that fails: set tier to "STANDARD_HA".`,
      at: tier ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'set tier to "STANDARD_HA" (makes the instance anew, at twice the cost)',
        edits: [{ op: 'set', in: node, path: ['tier'], value: 'STANDARD_HA' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_redis_instance" "sessions" {\n  name           = "sessions"\n  memory_size_gb = 1\n}\n',
    good: 'resource "google_redis_instance" "sessions" {\n  name           = "sessions"\n  memory_size_gb = 1\n  tier           = "STANDARD_HA"\n}\n',
  },
});
