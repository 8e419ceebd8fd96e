import { isDeadLetterQueue } from '../../graph/aws/queues.ts';
import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/queue-without-dead-letters',
  title: 'Queue whose failed messages are lost',
  dimension: 'reliability',
  severity: 'low',
  why: 'A message that cannot be processed comes back again and again, holds up the others of its group, and is deleted when its retention ends, without a trace. A redrive policy puts it aside after a few attempts, where a person can look at it and send it again.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
  visits: resources('aws_sqs_queue'),
  judge({ resource, node }, graph) {
    if (isDeadLetterQueue(graph, resource) || node.peek('redrive_policy')) return;
    if (companionsOf(graph, resource, 'aws_sqs_queue_redrive_policy', 'queue_url').length > 0) return;
    const kept = lasting(node.amount('message_retention_seconds') ?? 345_600);
    return {
      message: `${resource.address} has no dead-letter queue: a message that fails is tried for ${kept}, and then lost. Add a redrive_policy.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
    good: 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n\nresource "aws_sqs_queue" "set_aside" {\n  name = "orders-set-aside"\n}\n\nresource "aws_sqs_queue_redrive_policy" "orders" {\n  queue_url = aws_sqs_queue.orders.id\n\n  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.set_aside.arn\n    maxReceiveCount     = 5\n  })\n}\n',
  },
});

/** A number of seconds in the unit that people would use. */
function lasting(seconds: number): string {
  const [size, unit] =
    seconds >= 86_400 ? [86_400, 'day'] : seconds >= 3600 ? [3600, 'hour'] : [60, 'minute'];
  const count = Number((seconds / size).toFixed(1));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
