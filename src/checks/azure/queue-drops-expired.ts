import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/queue-drops-expired',
  title: 'Queue that drops what nobody fetched in time',
  dimension: 'reliability',
  severity: 'low',
  why: 'Messages that outlive their time, since the consumer was down over a weekend, vanish without a trace. Kept among the dead letters they can be counted, alerted on and sent again.',
  sources: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-dead-letter-queues'],
  visits: resources('azurerm_servicebus_queue', 'azurerm_servicebus_subscription'),
  judge({ resource, node }) {
    const setting = node.get('dead_lettering_on_message_expiration');
    if (setting?.flag() === true) return;
    // without a time of its own a message waits for ever
    if (!node.has('default_message_ttl')) return;
    return {
      message: `${resource.address} drops messages that nobody fetched within ${node.text('default_message_ttl')}: set dead_lettering_on_message_expiration to true.`,
      at: setting ?? node.get('default_message_ttl') ?? node,
      fix: {
        safety: 'safe',
        summary: 'set dead_lettering_on_message_expiration to true',
        edits: [{ op: 'set', in: node, path: ['dead_lettering_on_message_expiration'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_servicebus_queue" "orders" {\n  name                = "orders"\n  namespace_id        = "/subscriptions/0b1f/namespace"\n  default_message_ttl = "P2D"\n}\n',
    good: 'resource "azurerm_servicebus_queue" "orders" {\n  name                                 = "orders"\n  namespace_id                         = "/subscriptions/0b1f/namespace"\n  default_message_ttl                  = "P2D"\n  dead_lettering_on_message_expiration = true\n}\n',
  },
});
