import { zoneOf } from '../../graph/aws/zones.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';

/** Zones of the subnets that an attribute of a resource names, where they are in the repository. */
export function zonesOfSubnets(graph: Graph, resource: Resource, attribute: string): readonly string[] {
  const subnets = graph
    .from(resource)
    .flatMap(({ to, path }) => (to.type === 'aws_subnet' && path?.includes(attribute) ? [to] : []));
  return [...new Set(subnets.map(zoneOf))].filter((zone) => zone !== undefined).sort();
}
