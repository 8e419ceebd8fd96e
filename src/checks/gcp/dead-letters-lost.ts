import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/dead-letters-lost',
  title: 'Dead letters that nobody can read',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A topic keeps nothing by itself: without a subscription, what is published to it is dropped at once. Dead letters that are sent to such a topic are lost, though everybody believes that they are kept.',
  controls: ['soc2:A1.1'],
  sources: ['https://cloud.google.com/pubsub/docs/handling-failures#dead_letter_topic'],
  visits: resources('google_pubsub_subscription'),
  judge({ resource, node }, graph) {
    const target = node.get('dead_letter_policy', 'dead_letter_topic');
    if (!target) return;
    const topic = graph
      .from(resource)
      .find((relation) => relation.at === target && relation.to.type === 'google_pubsub_topic')?.to;
    // a topic of another root has its subscriptions there
    if (!topic) return;
    const isRead = graph
      .to(topic)
      .some(({ from, at }) =>
        from.type === 'google_pubsub_subscription'
          ? at !== undefined && from.body.peek('topic') === at
          : /^(module|output)$/.test(from.type),
      );
    if (isRead || topic.body.peek('message_retention_duration')) return;
    return {
      message: `${resource.address} sends its dead letters to ${topic.address}, which has no subscription, so that they are lost: add one, and an alert on its backlog.`,
      at: target,
    };
  },
  examples: {
    bad: topics(''),
    good: topics(
      '\nresource "google_pubsub_subscription" "dead" {\n  name  = "orders-dead"\n  topic = google_pubsub_topic.dead.id\n}\n',
    ),
  },
});

function topics(reader: string): string {
  return `resource "google_pubsub_topic" "dead" {
  name = "orders-dead"
}

resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"

  dead_letter_policy {
    dead_letter_topic = google_pubsub_topic.dead.id
  }
}
${reader}`;
}
