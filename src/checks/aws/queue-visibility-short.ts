import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Consumer extends Subject {
  readonly queue: Resource;
  readonly lambda: Resource;
}

const consumers: Selector<Consumer> = {
  of: 'functions that read queues',
  find: (graph) =>
    graph.ofType('aws_lambda_event_source_mapping').flatMap((resource) => {
      const queue = namedBy(graph, resource, 'event_source_arn', 'aws_sqs_queue');
      const lambda = namedBy(graph, resource, 'function_name', 'aws_lambda_function');
      return queue && lambda ? [{ resource, node: resource.body, queue, lambda }] : [];
    }),
};

export default check({
  id: 'aws/queue-visibility-short',
  title: 'Queue that hands out messages again while they are worked on',
  dimension: 'functionality',
  severity: 'high',
  why: 'A message that is not deleted within the visibility timeout is handed out again. Where the function may run longer than that, the same order is processed twice at once; AWS therefore refuses such a mapping. It recommends six times the timeout of the function.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
  visits: consumers,
  judge({ queue, lambda }) {
    const written = queue.body.get('visibility_timeout_seconds');
    // defaults of the services, in seconds
    const visible = written?.amount() ?? 30;
    const timeout = lambda.body.amount('timeout') ?? 3;
    if (visible >= timeout) return;
    return {
      message: `${queue.address} hands a message out again after ${visible} s, and ${lambda.address} may work on it for ${timeout} s: AWS refuses the mapping. Set visibility_timeout_seconds to ${6 * timeout}, six times the timeout.`,
      at: written ?? queue.body,
      fix: {
        safety: 'unsafe',
        summary: `set visibility_timeout_seconds to ${6 * timeout} (a failed message comes back later)`,
        edits: [{ op: 'set', in: queue.body, path: ['visibility_timeout_seconds'], value: 6 * timeout }],
      },
    };
  },
  examples: {
    bad: mapping(''),
    good: mapping('  visibility_timeout_seconds = 360\n'),
  },
});

function namedBy(graph: Graph, mapping: Resource, attribute: string, type: string): Resource | undefined {
  const at = mapping.body.peek(attribute);
  return graph.from(mapping).find((relation) => relation.at === at && relation.to.type === type)?.to;
}

function mapping(visibility: string): string {
  return `resource "aws_sqs_queue" "orders_failed" {
  name = "orders-failed"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
${visibility}
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.orders_failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  timeout       = 60
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.orders.arn
}
`;
}
