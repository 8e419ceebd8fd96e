import { nodePools, poolName } from '../../graph/azure/clusters.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-availability-set',
  title: 'Kubernetes nodes in an availability set',
  dimension: 'reliability',
  severity: 'medium',
  why: 'AKS retired nodes in availability sets in September 2025: new ones are refused. They also could not scale by themselves, live in zones, or be upgraded pool by pool. Pools of scale sets take their place, in a new cluster.',
  sameAs: ['checkov:CKV_AZURE_169'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/availability-sets-on-aks'],
  visits: nodePools,
  judge(pool) {
    const type = pool.node.get('type');
    if (type?.text()?.toLowerCase() !== 'availabilityset') return;
    return {
      message: `${poolName(pool)} is an availability set, which AKS retired: take type out, which gives VirtualMachineScaleSets, and move to a new cluster.`,
      at: type,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n    type       = "AvailabilitySet"\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n    type       = "VirtualMachineScaleSets"\n  }\n}\n',
  },
});
