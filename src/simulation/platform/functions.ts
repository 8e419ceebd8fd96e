import type { Graph } from '../../graph/graph.ts';
import { itemsAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import { plainSpec } from './alone.ts';
import { zonesOfSubnets } from './subnets.ts';
import { givenName } from './targets.ts';
import type { Door, Workload } from './workload.ts';

export const functionType = 'aws_lambda_function';

/** Functions of AWS Lambda: AWS runs them in all zones; in a network, in those of the subnets that they are given. */
export function functionsOf(graph: Graph, resources: readonly Resource[]): readonly Workload[] {
  return resources.flatMap((resource) =>
    resource.type === functionType
      ? [functionOf(resource, zonesIn(graph, resource), doorOf(graph, resource))]
      : [],
  );
}

/** @param zones those of its subnets; absent where it is in no network */
export function functionOf(
  resource: Resource,
  zones: readonly string[] | undefined,
  door: Door | undefined,
): Workload {
  const { address } = resource;
  return {
    resource,
    address,
    name: givenName(resource, 'function_name'),
    namespace: '',
    kind: 'function',
    runs: 'function',
    spec: plainSpec(address, { cpu: 0, memory: 0 }),
    replicas: 1,
    most: 1,
    enough: 1,
    enoughBy: 'AWS runs as many as are called',
    rollout: { strategy: 'on-delete', surge: 0, unavailable: 0 },
    zonal: false,
    isStore: false,
    stateful: false,
    hasReadiness: true,
    toleratesLossFor: 0,
    services: [],
    ...(door ? { door } : {}),
    ...(zones ? { inZones: zones } : {}),
  };
}

function zonesIn(graph: Graph, resource: Resource): readonly string[] | undefined {
  if (itemsAt(resource.body, 'vpc_config').length === 0 && !resource.body.peek('vpc_config'))
    return undefined;
  return zonesOfSubnets(graph, resource, 'subnet_ids');
}

/** An API gateway that calls it. */
function doorOf(graph: Graph, resource: Resource): Door | undefined {
  const called = graph
    .to(resource)
    .find(({ from }) => /^aws_(apigatewayv2_integration|api_gateway_integration)$/.test(from.type))?.from;
  if (!called) return undefined;
  const api = graph
    .from(called)
    .find(({ to }) => /^aws_(apigatewayv2_api|api_gateway_rest_api)$/.test(to.type))?.to;
  return { address: (api ?? called).address, promise: 'api-gateway' };
}
