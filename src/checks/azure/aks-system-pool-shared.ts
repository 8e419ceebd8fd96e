import { extraPoolsOf, nodePools } from '../../graph/azure/clusters.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-system-pool-shared',
  title: 'Applications among what the cluster itself needs',
  dimension: 'reliability',
  severity: 'low',
  why: 'An application that takes all memory of a node takes CoreDNS and the metrics server with it, and then every application stands still. The cluster has pools of its own for applications, so the default one can be kept for the system.',
  sameAs: ['checkov:CKV_AZURE_232'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/use-system-pools'],
  visits: nodePools,
  judge({ resource, node, isDefault }, graph) {
    if (!isDefault || isNonProduction(resource)) return;
    if (node.flag('only_critical_addons_enabled') === true) return;
    if (node.list('node_taints').some((taint) => taint.text()?.startsWith('CriticalAddonsOnly='))) return;
    const work = extraPoolsOf(graph, resource).filter(
      ({ body }) => body.text('mode')?.toLowerCase() !== 'system',
    );
    if (work.length === 0) return;
    return {
      message: `Applications may run in the default pool of ${resource.address} beside CoreDNS, although ${work[0]!.address} is there for them: set only_critical_addons_enabled to true.`,
      at: node.get('only_critical_addons_enabled') ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n    zones      = ["1", "2", "3"]\n  }\n}\n\nresource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = azurerm_kubernetes_cluster.shop.id\n  vm_size               = "Standard_D4ds_v5"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name                         = "system"\n    vm_size                      = "Standard_D4ds_v5"\n    node_count                   = 3\n    zones                        = ["1", "2", "3"]\n    only_critical_addons_enabled = true\n  }\n}\n\nresource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = azurerm_kubernetes_cluster.shop.id\n  vm_size               = "Standard_D4ds_v5"\n}\n',
  },
});
