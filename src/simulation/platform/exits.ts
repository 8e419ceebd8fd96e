import { natNetworks } from '../../graph/aws/nat-gateways.ts';
import { zoneOf } from '../../graph/aws/zones.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';

/** A way out of private subnets: a NAT gateway, with the zones that go out through it. */
export interface Exit {
  readonly resource: Resource;
  /** the zone that it stands in */
  readonly zone: string | undefined;
  /** `all`: the only one of its network */
  readonly serves: 'all' | 'its zone';
}

/** NAT gateways, and whom they serve: one alone serves all zones, several are taken to serve their own. */
export function exitsOf(graph: Graph, resources: readonly Resource[]): readonly Exit[] {
  const own = new Set(resources);
  return graph.select(natNetworks).flatMap(({ gateways }) =>
    gateways
      .filter((one) => own.has(one))
      .map((resource) => {
        const subnet = graph.from(resource, 'placed-in').find(({ to }) => to.type === 'aws_subnet')?.to;
        return {
          resource,
          zone: subnet && zoneOf(subnet),
          serves: gateways.length === 1 ? ('all' as const) : ('its zone' as const),
        };
      }),
  );
}
