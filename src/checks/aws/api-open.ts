import { describePath, pathToAdministrator } from '../../graph/aws/reach/paths.ts';
import { unlessUntold } from '../../graph/aws/reach/unless-untold.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/api-open',
  title: 'API that anybody may call',
  dimension: 'security',
  severity: 'low',
  why: 'A method without authorization hands every request from the internet to what stands behind it, with the rights of that function’s role and at its cost. Some are meant so (a sign-in, a webhook that checks a signature): say so in a suppression, and set an authorizer or IAM for the others.',
  sameAs: [
    'checkov:CKV2_AWS_70',
    'checkov:CKV_AWS_309',
    'checkov:CKV_AWS_59',
    'kics:terraform/aws/api_gateway_with_open_access',
    'kics:terraform/aws/public_lambda_via_api_gateway',
    'trivy:AWS-0004',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  ],
  visits: resources('aws_api_gateway_method', 'aws_apigatewayv2_route'),
  judge({ resource, node }, graph) {
    const isRest = resource.type === 'aws_api_gateway_method';
    const setting = node.get(isRest ? 'authorization' : 'authorization_type');
    if ((setting?.text() ?? 'NONE').toUpperCase() !== 'NONE' || node.flag('api_key_required') === true)
      return;
    const call = node.text(isRest ? 'http_method' : 'route_key') ?? 'a method';
    const api = apiOf(graph, resource);
    // a browser asks without credentials what it may do
    if (/^OPTIONS\b/.test(call)) return;
    // the sign-in of a WebSocket is settled once, when it connects
    if (api?.body.text('protocol_type') === 'WEBSOCKET' && call !== '$connect') return;
    if (api && isNarrowed(graph, api)) return;
    const behind = behindOf(graph, resource);
    const role = behind && graph.from(behind, 'runs-as').find(({ to }) => to.type === 'aws_iam_role')?.to;
    const path = role && unlessUntold(() => pathToAdministrator(graph, role));
    return {
      message: `Everybody on the internet may call ${call} of ${api?.address ?? resource.address}${behind ? `, and so have ${behind.address} run` : ''}${path ? ` as ${role.address}, which ${describePath(path)}` : ''}: set ${isRest ? 'authorization' : 'authorization_type'} to AWS_IAM or to an authorizer, unless it is meant for all.`,
      at: setting ?? node,
      ...(path && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "aws_api_gateway_method" "orders" {\n  rest_api_id   = "a1b2c3d4e5"\n  resource_id   = "f6g7h8"\n  http_method   = "POST"\n  authorization = "NONE"\n}\n',
    good: 'resource "aws_api_gateway_method" "orders" {\n  rest_api_id   = "a1b2c3d4e5"\n  resource_id   = "f6g7h8"\n  http_method   = "POST"\n  authorization = "AWS_IAM"\n}\n',
  },
});

function apiOf(graph: Graph, resource: Resource): Resource | undefined {
  const named = [resource.body.peek('rest_api_id'), resource.body.peek('api_id')];
  return graph.from(resource).find(({ at }) => at !== undefined && named.includes(at))?.to;
}

/** A private API, or one whose policy says who may call it. @throws Undecided */
function isNarrowed(graph: Graph, api: Resource): boolean {
  if (api.type !== 'aws_api_gateway_rest_api') return false;
  const kinds = api.body.list('endpoint_configuration', 'types').map((kind) => kind.text());
  return (
    kinds.includes('PRIVATE') ||
    api.body.has('policy') ||
    companionsOf(graph, api, 'aws_api_gateway_rest_api_policy', 'rest_api_id').length > 0
  );
}

/** The function that a method or route hands its requests to, where that is one step away. */
function behindOf(graph: Graph, resource: Resource): Resource | undefined {
  const key = ['resource_id', 'http_method'].map((name) => resource.body.peek(name)?.content);
  const targets =
    resource.type === 'aws_apigatewayv2_route'
      ? graph.from(resource).flatMap(({ to }) => (to.type === 'aws_apigatewayv2_integration' ? [to] : []))
      : graph
          .ofType('aws_api_gateway_integration')
          .filter(
            ({ unit, body }) =>
              unit === resource.unit &&
              ['resource_id', 'http_method'].every(
                (name, at) => typeof key[at] === 'string' && body.peek(name)?.content === key[at],
              ),
          );
  return targets.flatMap((target) => graph.from(target)).find(({ to }) => to.type === 'aws_lambda_function')
    ?.to;
}
