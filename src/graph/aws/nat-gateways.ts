import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';

/** A VPC whose private subnets reach the internet through NAT gateways; pointed at by the first of them. */
export interface NatNetwork extends Subject {
  readonly gateways: readonly Resource[];
}

export const natNetworks: Selector<NatNetwork> = {
  of: 'VPCs with NAT gateways',
  find: (graph) => {
    const gateways = new Map<Resource, Resource[]>();
    for (const gateway of graph.ofType('aws_nat_gateway')) {
      if (gateway.body.peek('connectivity_type')?.content === 'private') continue;
      for (const vpc of networksOf(graph, gateway)) {
        const own = gateways.get(vpc);
        if (own) own.push(gateway);
        else gateways.set(vpc, [gateway]);
      }
    }
    return [...gateways].map(([resource, own]) => ({ resource, node: own[0]!.body, gateways: own }));
  },
};

function networksOf(graph: Graph, gateway: Resource): readonly Resource[] {
  const subnets = placesOf(graph, gateway, 'aws_subnet');
  return [...new Set(subnets.flatMap((subnet) => placesOf(graph, subnet, 'aws_vpc')))];
}

function placesOf(graph: Graph, resource: Resource, type: string): readonly Resource[] {
  return graph.from(resource, 'placed-in').flatMap(({ to }) => (to.type === type ? [to] : []));
}
