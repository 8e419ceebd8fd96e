import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Triggered extends Subject {
  /** what calls it asynchronously; none where nothing in the code calls it at all */
  readonly by: readonly Resource[];
}

/** What waits for the answer, keeps the event until there is one, or has it still, as a log group does. Source: AWS Lambda Developer Guide, invocation methods. */
const waiting =
  /^aws_(cloudwatch_log_subscription_filter|lambda_(event_source_mapping|function_url)|api_gateway_(integration|authorizer)|apigatewayv2_(integration|authorizer)|lb_target_group_attachment|alb_target_group_attachment|cognito_user_pool|cloudfront_distribution|sfn_state_machine|appsync_datasource|secretsmanager_secret_rotation|kinesis_firehose_delivery_stream|lex\w*|bedrockagent_\w+)$/;

/** What calls a function without waiting for its answer. Source: AWS Lambda Developer Guide, asynchronous invocation. */
const triggers =
  /^aws_(s3_bucket_notification|sns_topic_subscription|cloudwatch_event_target|ses_receipt_rule|iot_topic_rule)$/;

const triggeredFunctions: Selector<Triggered> = {
  of: 'functions that are called asynchronously, or from elsewhere',
  find: (graph) =>
    graph.ofType('aws_lambda_function').flatMap((resource) => {
      const callers = graph.to(resource).map(({ from }) => from);
      const by = callers.filter((one) => triggers.test(one.type) && !isSchedule(graph, one));
      const isCalled = callers.some(({ type }) => triggers.test(type) || waiting.test(type));
      return by.length > 0 || !isCalled ? [{ resource, node: resource.body, by }] : [];
    }),
};

export default check({
  id: 'aws/function-failures-lost',
  title: 'Function whose failed events are lost',
  dimension: 'reliability',
  severity: 'medium',
  why: 'An event that comes without anybody waiting for the answer is tried three times and then dropped: nothing but a metric tells that it was there. A destination for failures, or a dead-letter queue, keeps it until the fault is mended.',
  sameAs: ['checkov:CKV_AWS_116'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html'],
  visits: triggeredFunctions,
  judge({ resource, node, by }, graph) {
    if (node.has('dead_letter_config', 'target_arn')) return;
    const destinations = companionsOf(
      graph,
      resource,
      'aws_lambda_function_event_invoke_config',
      'function_name',
    );
    if (destinations.some(({ body }) => body.has('destination_config', 'on_failure'))) return;
    if (by.length === 0)
      return {
        message: `Nothing in the code calls ${resource.address}: if what does so waits for no answer, events that fail three times are dropped. Then set dead_letter_config, or an on_failure destination.`,
        key: 'elsewhere',
        severity: 'info',
      };
    return {
      message: `${resource.address} gets events from ${by[0]!.address}, and those that fail three times are dropped: set dead_letter_config, or an on_failure destination.`,
    };
  },
  examples: {
    bad: example(''),
    good: example(
      '\n  dead_letter_config {\n    target_arn = "arn:aws:sqs:eu-central-1:123456789012:thumbnails-failed"\n  }\n',
    ),
  },
});

/** What a schedule starts comes again by itself, and carries nothing that could be lost. */
function isSchedule(graph: Graph, target: Resource): boolean {
  return graph
    .from(target)
    .some(
      ({ to }) =>
        to.type === 'aws_cloudwatch_event_rule' &&
        to.body.peek('schedule_expression') !== undefined &&
        to.body.peek('event_pattern') === undefined,
    );
}

function example(inside: string): string {
  return `resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::123456789012:role/thumbnails"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "thumbnails.zip"
${inside}}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = "acme-uploads"

  lambda_function {
    lambda_function_arn = aws_lambda_function.thumbnails.arn
    events              = ["s3:ObjectCreated:*"]
  }
}
`;
}
