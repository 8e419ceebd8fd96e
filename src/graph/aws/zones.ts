import type { Path } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/**
 * Whether the subnets, or zones, that an attribute of a resource lists all lie in one availability zone.
 * @returns `undefined` where it lists none, or their zones cannot be told
 * @throws Undecided where what it lists cannot be told
 */
export function liesInOneZone(graph: Graph, resource: Resource, attribute: Path): boolean | undefined {
  const listed = resource.body.list(...attribute).length;
  if (listed < 2) return listed === 0 ? undefined : true;
  const at = resource.body.peek(...attribute);
  const subnets = graph
    .from(resource)
    .flatMap((relation) => (relation.at === at && relation.to.type === 'aws_subnet' ? [relation.to] : []));
  const zones = new Set(subnets.map(zoneOf));
  if (subnets.length < listed || zones.has(undefined)) return undefined;
  return zones.size === 1;
}

/** The zone that a subnet is written to lie in. */
export function zoneOf(subnet: Resource): string | undefined {
  const zone = subnet.body.peek('availability_zone') ?? subnet.body.peek('availability_zone_id');
  return typeof zone?.content === 'string' ? zone.content : undefined;
}
