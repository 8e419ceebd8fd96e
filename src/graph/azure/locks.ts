import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { companionsOf } from '../terraform/companions.ts';
import { preventsDestroy } from './lifecycle.ts';

/** Whether something keeps a resource from being deleted: a lock on it or on its resource group, or its lifecycle. @throws Undecided */
export function isKept(graph: Graph, resource: Resource): boolean {
  if (preventsDestroy(resource)) return true;
  const groups = graph.from(resource).flatMap(({ to }) => (to.type === 'azurerm_resource_group' ? [to] : []));
  return [resource, ...groups].some(
    (one) => companionsOf(graph, one, 'azurerm_management_lock', 'scope').length > 0,
  );
}
