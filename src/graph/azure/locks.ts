import type { Resource } from '../../model/resource.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import { attributeOf, literalFlag } from '../../read/terraform/written.ts';
import { companionsOf } from '../aws/companions.ts';
import type { Graph } from '../graph.ts';

/** Whether something keeps a resource from being deleted: a lock on it or on its resource group, or its lifecycle. @throws Undecided */
export function isKept(graph: Graph, resource: Resource): boolean {
  if (preventsDestroy(resource)) return true;
  const groups = graph.from(resource).flatMap(({ to }) => (to.type === 'azurerm_resource_group' ? [to] : []));
  return [resource, ...groups].some(
    (one) => companionsOf(graph, one, 'azurerm_management_lock', 'scope').length > 0,
  );
}

function preventsDestroy(resource: Resource): boolean {
  const items = asTerraform(resource)?.block.body.items ?? [];
  return items.some(
    (item) =>
      item.kind === 'block' &&
      item.type === 'lifecycle' &&
      literalFlag(attributeOf(item.body.items, 'prevent_destroy')?.value, false),
  );
}
