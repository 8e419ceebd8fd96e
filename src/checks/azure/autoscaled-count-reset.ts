import { type NodePool, nodePools } from '../../graph/azure/clusters.ts';
import { ignoresChanges } from '../../graph/azure/lifecycle.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface Counted extends Subject {
  readonly argument: 'instances' | 'node_count' | 'worker_count';
}

/** Where the number of something that grows by itself is written as well. */
const counted: Selector<Counted> = {
  of: 'node pools, scale sets and plans that are autoscaled',
  find: (graph) => [
    ...graph
      .select(nodePools)
      .flatMap((pool) => (grows(pool) ? [{ ...pool, argument: 'node_count' as const }] : [])),
    ...scaled(graph, 'azurerm_linux_virtual_machine_scale_set', 'instances'),
    ...scaled(graph, 'azurerm_windows_virtual_machine_scale_set', 'instances'),
    ...scaled(graph, 'azurerm_service_plan', 'worker_count'),
  ],
};

export default check({
  id: 'azure/autoscaled-count-reset',
  title: 'Number that each apply sets back',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'The autoscaler changes the number all day, and every apply sets it back to what the code says: at the busiest hour it takes machines away. Let Terraform ignore the number after the start, or leave it out.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool',
  ],
  visits: counted,
  judge({ resource, node, argument }) {
    const count = node.get(argument);
    if (!count || ignoresChanges(resource, argument)) return;
    return {
      message: `${resource.address} is autoscaled, and each apply sets ${argument} back to ${count.text()}: add it to ignore_changes, or leave it out.`,
      at: count,
    };
  },
  examples: {
    bad: pool(''),
    good: pool('\n  lifecycle {\n    ignore_changes = [node_count]\n  }\n'),
  },
});

/** What cannot be told is not taken for autoscaled. */
function grows({ node }: NodePool): boolean {
  const flags = [node.peek('auto_scaling_enabled'), node.peek('enable_auto_scaling')];
  return flags.some((flag) => flag?.content === true);
}

function scaled(graph: Graph, type: string, argument: Counted['argument']): readonly Counted[] {
  return graph.ofType(type).flatMap((resource) => {
    const by = graph.to(resource).some(({ from }) => from.type === 'azurerm_monitor_autoscale_setting');
    return by ? [{ resource, node: resource.body, argument }] : [];
  });
}

function pool(lifecycle: string): string {
  return `resource "azurerm_kubernetes_cluster_node_pool" "work" {
  name                  = "work"
  kubernetes_cluster_id = "/subscriptions/0b1f/cluster"
  vm_size               = "Standard_D4ds_v5"
  auto_scaling_enabled  = true
  node_count            = 3
  min_count             = 3
  max_count             = 12
${lifecycle}}
`;
}
