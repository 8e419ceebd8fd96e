import { isDeadLetterQueue } from '../../graph/aws/queues.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { namesInUnit, ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

const deadLetterQueues: Selector<Subject> = {
  of: 'dead-letter queues',
  find: (graph) =>
    graph
      .ofType('aws_sqs_queue')
      .flatMap((resource) => (isDeadLetterQueue(graph, resource) ? [{ resource, node: resource.body }] : [])),
};

export default check({
  id: 'aws/dead-letters-unwatched',
  title: 'Dead-letter queue that nobody watches',
  dimension: 'observability',
  severity: 'low',
  why: 'What arrives in a dead-letter queue is work that was not done: an order, a payment, a mail. Unless an alarm tells of the first message, it lies there until a customer asks, or until its retention ends.',
  controls: ['soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/dead-letter-queues-alarms-cloudwatch.html',
  ],
  visits: deadLetterQueues,
  judge({ resource }, graph) {
    // without any alarm, watching is done elsewhere
    if (ofTypeInUnit(graph, 'aws_cloudwatch_metric_alarm', resource.unit).length === 0) return;
    if (isNonProduction(resource) || isWatched(graph, resource)) return;
    return {
      message: `No alarm watches ${resource.address}, so what fails lies there unseen: add an alarm on ApproximateNumberOfMessagesVisible above 0.`,
    };
  },
  examples: {
    bad: queue('orders'),
    good: queue('orders_dlq'),
  },
});

function isWatched(graph: Graph, queue: Resource): boolean {
  if (graph.to(queue).some(({ from }) => from.type === 'aws_cloudwatch_metric_alarm')) return true;
  const name = queue.body.peek('name')?.content;
  const watched = namesInUnit(graph, 'aws_cloudwatch_metric_alarm', 'dimensions.QueueName', queue.unit);
  // an alarm of which it cannot be told what it watches may watch this
  return watched.unknown !== undefined || (typeof name === 'string' && watched.known.has(name));
}

function queue(watched: string): string {
  return `resource "aws_sqs_queue" "orders" {
  name = "orders"

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.orders_dlq.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "orders_dlq" {
  name = "orders-dlq"
}

resource "aws_cloudwatch_metric_alarm" "waiting" {
  alarm_name          = "waiting"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.${watched}.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-central-1:123456789012:on-call"]
}
`;
}
