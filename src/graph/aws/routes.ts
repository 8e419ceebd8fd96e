import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/**
 * Whether the route tables of a subnet lead to an internet gateway.
 * @returns `undefined` where no route table of it is in the repository
 */
export function leadsToInternet(graph: Graph, subnet: Resource): boolean | undefined {
  const associations = graph.to(subnet).filter(({ from }) => from.type === 'aws_route_table_association');
  const tables = associations.flatMap(({ from }) => related(graph, from, 'aws_route_table'));
  if (tables.length === 0) return undefined;
  return tables.some((table) => {
    const routes = graph.to(table).filter(({ from }) => from.type === 'aws_route');
    return [table, ...routes.map(({ from }) => from)].some(
      (holder) => related(graph, holder, 'aws_internet_gateway').length > 0,
    );
  });
}

/** Subnets that a resource stands in, directly or through a subnet group. */
export function subnetsOf(graph: Graph, resource: Resource): readonly Resource[] {
  const groups = graph.from(resource, 'placed-in').map(({ to }) => to);
  return groups.flatMap((place) =>
    place.type === 'aws_subnet' ? [place] : related(graph, place, 'aws_subnet'),
  );
}

function related(graph: Graph, from: Resource, type: string): Resource[] {
  return graph.from(from).flatMap(({ to }) => (to.type === type ? [to] : []));
}
