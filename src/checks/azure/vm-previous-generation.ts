import { nodePools } from '../../graph/azure/clusters.ts';
import { successorOf } from '../../graph/azure/vm-sizes.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Where a machine, a set of them or a pool names its size. */
const attributes: Readonly<Record<string, string>> = {
  azurerm_linux_virtual_machine: 'size',
  azurerm_windows_virtual_machine: 'size',
  azurerm_virtual_machine: 'vm_size',
  azurerm_linux_virtual_machine_scale_set: 'sku',
  azurerm_windows_virtual_machine_scale_set: 'sku',
};

const sized: Selector<Subject> = {
  of: 'machines, scale sets and node pools',
  find: (graph) => [
    ...Object.keys(attributes).flatMap((type) =>
      graph.ofType(type).map((resource) => ({ resource, node: resource.body })),
    ),
    ...graph.select(nodePools),
  ],
};

export default check({
  id: 'azure/vm-previous-generation',
  title: 'Machine of an earlier generation',
  dimension: 'cost',
  severity: 'low',
  why: 'Newer hardware does a quarter to a half more for the same price or less, and Azure retires old sizes with a date: then the machine is stopped. Changing the size restarts it, so it fits into the next maintenance.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/virtual-machines/sizes/previous-gen-sizes-list',
    'https://learn.microsoft.com/en-us/azure/virtual-machines/sizes/retirement/retired-sizes-list',
  ],
  visits: sized,
  judge({ resource, node }) {
    const size = node.get(attributes[resource.type] ?? 'vm_size');
    const next = size && successorOf(size.text() ?? '');
    if (!next) return;
    return {
      message: `${resource.address} runs on ${size.text()}, an earlier generation: ${next} does more for the same price.`,
      at: size,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_DS2_v2"\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_D4ds_v5"\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
  },
});
