import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { companionsOf } from '../terraform/companions.ts';

/** The categories and groups of logs that diagnostic settings send somewhere for a resource. @throws Undecided */
export function logsSentFor(graph: Graph, resource: Resource): readonly string[] {
  return companionsOf(graph, resource, 'azurerm_monitor_diagnostic_setting', 'target_resource_id').flatMap(
    ({ body }) => [...body.list('enabled_log'), ...body.list('log').filter(isOn)].map(nameOf),
  );
}

/** The block `log` of azurerm 3 is on unless it says otherwise. */
function isOn(log: Node): boolean {
  return log.flag('enabled') !== false;
}

function nameOf(log: Node): string {
  return log.text('category') ?? log.text('category_group') ?? '';
}
