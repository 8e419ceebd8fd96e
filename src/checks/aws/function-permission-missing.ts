import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** What calls a function by itself: the attribute that names it, and the principal that must be allowed. Source: AWS Lambda Developer Guide. */
const callers: Readonly<Record<string, { readonly path: readonly string[]; readonly principal: RegExp }>> = {
  aws_s3_bucket_notification: {
    path: ['lambda_function', 'lambda_function_arn'],
    principal: /^s3\.amazonaws\.com$/,
  },
  aws_cloudwatch_event_target: { path: ['arn'], principal: /^events\.amazonaws\.com$/ },
  aws_sns_topic_subscription: { path: ['endpoint'], principal: /^sns\.amazonaws\.com$/ },
  aws_cloudwatch_log_subscription_filter: {
    path: ['destination_arn'],
    principal: /^logs\.([\w-]+\.)?amazonaws\.com$/,
  },
};

interface Call extends Subject {
  readonly lambda: Resource;
  readonly principal: RegExp;
}

const calls: Selector<Call> = {
  of: 'calls of functions by AWS services',
  find: (graph) =>
    Object.entries(callers).flatMap(([type, { path, principal }]) =>
      graph.ofType(type).flatMap((resource) =>
        nodesAt(resource.body, path).flatMap((node) => {
          const lambda = lambdaAt(graph, resource, node);
          return lambda ? [{ resource, node, lambda, principal }] : [];
        }),
      ),
    ),
};

export default check({
  id: 'aws/function-permission-missing',
  title: 'Function that its trigger may not call',
  dimension: 'functionality',
  severity: 'high',
  why: 'A trigger names the function, and the function must allow the trigger: without an aws_lambda_permission for its service S3 refuses the notification when it is applied, and EventBridge, SNS and CloudWatch Logs call in vain, without an error that anybody sees.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  visits: calls,
  judge({ resource, node, lambda, principal }, graph) {
    // a role that the trigger takes may call the function by its own policy
    if (resource.body.has('role_arn')) return;
    const permissions = companionsOf(graph, lambda, 'aws_lambda_permission', 'function_name');
    if (permissions.some(({ body }) => allows(body, principal))) return;
    const service = principal.source.replace(/\^|\$|\\|\(.*?\)\?/g, '');
    return {
      message: `${resource.address} calls ${lambda.address}, which does not allow it: add an aws_lambda_permission for the principal ${service}.`,
      at: node,
      key: lambda.address,
    };
  },
  examples: {
    bad: trigger(''),
    good: trigger(
      '\nresource "aws_lambda_permission" "schedule" {\n  function_name = aws_lambda_function.report.function_name\n  action        = "lambda:InvokeFunction"\n  principal     = "events.amazonaws.com"\n  source_arn    = aws_cloudwatch_event_rule.nightly.arn\n}\n',
    ),
  },
});

function nodesAt(body: Node, [first, second]: readonly string[]): readonly Node[] {
  const node = body.peek(first!);
  if (!node || second === undefined) return node ? [node] : [];
  return Array.isArray(node.content)
    ? (node.content as readonly Node[]).flatMap((block) => block.peek(second) ?? [])
    : [];
}

function lambdaAt(graph: Graph, caller: Resource, at: Node): Resource | undefined {
  const found = graph.from(caller).filter((relation) => relation.at === at);
  return found.find(({ to }) => to.type === 'aws_lambda_function')?.to;
}

function allows(permission: Node, principal: RegExp): boolean {
  const allowed = permission.text('principal') ?? '';
  return allowed === '*' || principal.test(allowed);
}

function trigger(permission: string): string {
  return `resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "report.zip"

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-central-1:123456789012:report-failed"
  }
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 2 * * ? *)"
}

resource "aws_cloudwatch_event_target" "report" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.report.arn
}
${permission}`;
}
