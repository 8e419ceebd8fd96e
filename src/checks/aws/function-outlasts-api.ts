import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Seconds after which a gateway answers the client by itself. Source: API Gateway quotas. */
const patience = { rest: 29, http: 30 };

export default check({
  id: 'aws/function-outlasts-api',
  title: 'Function that works on after its caller has given up',
  dimension: 'reliability',
  severity: 'medium',
  why: 'API Gateway waits 29 seconds, an HTTP API 30, and then tells the client that it failed, while the function works on and is paid for. The client tries again, and what is not idempotent happens twice. Let the function give up first, or take long work off the request with a queue.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
  ],
  visits: resources('aws_lambda_function'),
  judge({ resource, node }, graph) {
    const timeout = node.get('timeout');
    const seconds = timeout?.amount() ?? 3;
    if (!timeout || seconds <= patience.rest) return;
    const caller = callerOf(graph, resource);
    if (!caller || seconds <= caller.waits) return;
    return {
      message: `${resource.address} may run for ${seconds} seconds, while ${caller.by.address} tells the client after ${caller.waits} that it failed: set timeout below that, or hand long work to a queue.`,
      at: timeout,
    };
  },
  examples: {
    bad: example(60),
    good: example(20),
  },
});

/** The gateway that waits for the function; one that calls it asynchronously does not. */
function callerOf(
  graph: Graph,
  lambda: Resource,
): { readonly by: Resource; readonly waits: number } | undefined {
  for (const { from } of graph.to(lambda)) {
    const isRest = from.type === 'aws_api_gateway_integration';
    if (!isRest && from.type !== 'aws_apigatewayv2_integration') continue;
    if (!/^AWS_PROXY$/.test(String(from.body.peek(isRest ? 'type' : 'integration_type')?.content))) continue;
    const own = from.body.amount('timeout_milliseconds');
    const waits = own === undefined ? (isRest ? patience.rest : patience.http) : own / 1000;
    return { by: from, waits };
  }
  return undefined;
}

function example(timeout: number): string {
  return `resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  timeout       = ${timeout}
}

resource "aws_apigatewayv2_integration" "report" {
  api_id                 = "a1b2c3d4"
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.report.invoke_arn
  payload_format_version = "2.0"
}
`;
}
