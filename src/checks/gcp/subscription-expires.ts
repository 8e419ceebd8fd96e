import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/subscription-expires',
  title: 'Subscription that deletes itself',
  dimension: 'reliability',
  severity: 'low',
  why: 'A Pub/Sub subscription that nobody has pulled for 31 days is deleted, unless told otherwise: after a long pause the consumer finds nothing, and every message since is lost. An empty ttl keeps it for ever.',
  controls: ['soc2:A1.1'],
  sources: ['https://cloud.google.com/pubsub/docs/subscription-properties#expiration_period'],
  visits: resources('google_pubsub_subscription'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('push_config') || node.has('bigquery_config')) return;
    const policy = node.get('expiration_policy');
    const ttl = node.get('expiration_policy', 'ttl');
    if (policy && (!ttl || ttl.text() === '')) return;
    return {
      message: `${resource.address} is deleted once nobody has pulled it for ${ttl ? `a time of ${ttl.text()}` : '31 days'}, with all that waits in it: add expiration_policy with ttl = "".`,
      at: ttl ?? node,
      fix: {
        safety: 'safe',
        summary: 'set expiration_policy.ttl to "" (never)',
        edits: [{ op: 'set', in: node, path: ['expiration_policy', 'ttl'], value: '' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_pubsub_subscription" "orders" {\n  name  = "orders"\n  topic = "orders"\n}\n',
    good: 'resource "google_pubsub_subscription" "orders" {\n  name  = "orders"\n  topic = "orders"\n\n  expiration_policy {\n    ttl = ""\n  }\n}\n',
  },
});
