import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/subscription-without-dead-letters',
  title: 'Subscription that retries for ever',
  dimension: 'reliability',
  severity: 'low',
  why: 'A message that its consumer cannot handle comes back until it expires after a week, at once each time: it costs work, delays the others, and is lost unseen. A dead letter topic takes it out after some tries and keeps it for somebody to look at.',
  controls: ['soc2:A1.1'],
  sources: ['https://cloud.google.com/pubsub/docs/handling-failures'],
  visits: resources('google_pubsub_subscription'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || node.has('dead_letter_policy')) return;
    // what is written straight into a store, and what takes the dead letters themselves, needs none
    if (node.has('bigquery_config') || node.has('cloud_storage_config')) return;
    const topics = graph.from(resource).flatMap(({ to }) => (to.type === 'google_pubsub_topic' ? [to] : []));
    const takes = topics.some((topic) =>
      graph
        .to(topic)
        .some(
          ({ from, at }) =>
            at !== undefined && from.body.peek('dead_letter_policy', 'dead_letter_topic') === at,
        ),
    );
    if (takes || /dead.?letter|dlq/i.test(`${resource.name} ${node.peek('name')?.content}`)) return;
    return {
      message: `${resource.address} delivers a message that cannot be handled again and again, and loses it after a week: add a dead_letter_policy, and a retry_policy.`,
    };
  },
  examples: {
    bad: 'resource "google_pubsub_subscription" "orders" {\n  name  = "orders"\n  topic = "orders"\n}\n',
    good: 'resource "google_pubsub_subscription" "orders" {\n  name  = "orders"\n  topic = "orders"\n\n  dead_letter_policy {\n    dead_letter_topic     = "projects/acme-shop/topics/orders-dead"\n    max_delivery_attempts = 5\n  }\n}\n',
  },
});
