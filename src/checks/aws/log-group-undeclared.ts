import { runsAtEdge } from '../../graph/aws/functions.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { namesInUnit } from '../../graph/terraform/in-unit.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** The log group that each service makes by itself; `undefined` where it writes no log, or elsewhere. Source: the developer guide of each. */
const groups: Readonly<Record<string, (body: Node) => string | undefined>> = {
  aws_lambda_function: (body) =>
    body.has('logging_config', 'log_group') ? undefined : `/aws/lambda/${body.text('function_name')}`,
  aws_eks_cluster: (body) =>
    body.list('enabled_cluster_log_types').length > 0 ? `/aws/eks/${body.text('name')}/cluster` : undefined,
  aws_codebuild_project: (body) =>
    body.has('logs_config', 'cloudwatch_logs', 'group_name') ||
    body.text('logs_config', 'cloudwatch_logs', 'status') === 'DISABLED'
      ? undefined
      : `/aws/codebuild/${body.text('name')}`,
};

export default check({
  id: 'aws/log-group-undeclared',
  title: 'Log group that the service makes itself, and keeps for ever',
  dimension: 'cost',
  severity: 'low',
  why: 'Lambda, EKS and CodeBuild make their log group at the first line, without a retention, outside of Terraform: it is kept and paid for ever, also after the function is gone. Declared under the name that the service uses, with a retention, it belongs to the code.',
  controls: ['soc2:C1.2'],
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention',
  ],
  visits: resources(...Object.keys(groups)),
  judge({ resource, node }, graph) {
    if (isLinked(graph, resource) || runsAtEdge(graph, resource)) return;
    const name = groups[resource.type]!(node);
    if (name === undefined) return;
    const declared = namesInUnit(graph, 'aws_cloudwatch_log_group', 'name', resource.unit);
    if (declared.known.has(name)) return;
    if (declared.unknown) throw new Undecided(node, `the name of ${declared.unknown.address} is not known`);
    return {
      message: `${resource.address} makes its log group ${name} by itself, and it is kept for ever: declare an aws_cloudwatch_log_group of that name with retention_in_days.`,
    };
  },
  examples: {
    bad: lambda(''),
    good: lambda(
      '\nresource "aws_cloudwatch_log_group" "report" {\n  name              = "/aws/lambda/${aws_lambda_function.report.function_name}"\n  retention_in_days = 30\n}\n',
    ),
  },
});

/** One names the other, be it in `depends_on`: then somebody thought of it. */
function isLinked(graph: Graph, resource: Resource): boolean {
  return (
    graph.from(resource).some(({ to }) => to.type === 'aws_cloudwatch_log_group') ||
    graph.to(resource).some(({ from }) => from.type === 'aws_cloudwatch_log_group')
  );
}

function lambda(group: string): string {
  return `resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "report.zip"

  tracing_config {
    mode = "Active"
  }
}
${group}`;
}
