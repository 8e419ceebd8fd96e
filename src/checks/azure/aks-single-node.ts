import { extraPoolsOf, isAutoscaled, nodePools } from '../../graph/azure/clusters.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-single-node',
  title: 'Kubernetes cluster on a single node',
  dimension: 'reliability',
  severity: 'medium',
  why: 'With one node every update of the node, every failure of its host and every upgrade of the cluster stops everything at once, CoreDNS included. Microsoft asks for two system nodes at least, three in production.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/use-system-pools'],
  visits: nodePools,
  judge(pool, graph) {
    const { resource, node, isDefault } = pool;
    if (!isDefault || isNonProduction(resource)) return;
    const setting = node.get(isAutoscaled(pool) ? 'min_count' : 'node_count');
    if ((setting?.amount() ?? 1) > 1) return;
    // an autoscaler that may add nodes does so only for pods that wait, not when a node is lost
    if (isAutoscaled(pool) && !isProduction(resource)) return;
    const extra = extraPoolsOf(graph, resource).length > 0;
    return {
      message: `${extra ? 'All system pods of' : 'Everything in'} ${resource.address} runs on one node and stops whenever it is updated or lost: have at least two in the default pool, three in production.`,
      at: setting ?? node,
      ...(isProduction(resource) && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 1\n    zones      = ["1", "2", "3"]\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n    zones      = ["1", "2", "3"]\n  }\n}\n',
  },
});
