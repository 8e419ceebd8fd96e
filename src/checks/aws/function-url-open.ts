import { describePath, pathToAdministrator } from '../../graph/aws/reach/paths.ts';
import { unlessUntold } from '../../graph/aws/reach/unless-untold.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/function-url-open',
  title: 'Function that everybody may call by its URL',
  dimension: 'security',
  severity: 'medium',
  why: 'Without authorization whoever finds the URL runs the function, as often as the account’s concurrency allows, and the account pays. Ask for IAM signatures, or put CloudFront with origin access control or an API gateway with limits before it.',
  sameAs: ['checkov:CKV_AWS_258'],
  controls: ['soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  visits: resources('aws_lambda_function_url'),
  judge({ resource, node }, graph) {
    const authorization = node.get('authorization_type');
    if (authorization?.text() !== 'NONE') return;
    const role = roleBehind(graph, resource);
    const path = role && unlessUntold(() => pathToAdministrator(graph, role));
    return {
      message: `${resource.address} runs the function for everybody who finds its URL${path ? `, as ${role.address}, which ${describePath(path)}` : ''}: set authorization_type to AWS_IAM, or put something with limits before it.`,
      at: authorization,
      ...(path && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = "hook"\n  authorization_type = "NONE"\n}\n',
    good: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = "hook"\n  authorization_type = "AWS_IAM"\n}\n',
  },
});

/** The role that the function behind a URL runs as. */
function roleBehind(graph: Graph, url: Resource): Resource | undefined {
  return graph
    .from(url)
    .flatMap(({ to }) => (to.type === 'aws_lambda_function' ? graph.from(to, 'runs-as') : []))
    .find(({ to }) => to.type === 'aws_iam_role')?.to;
}
