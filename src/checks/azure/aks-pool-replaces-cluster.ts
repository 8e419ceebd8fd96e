import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-pool-replaces-cluster',
  title: 'Node pool that cannot be changed without the cluster',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'The size, zones and disks of the default pool can only be changed by making a new one. With temporary_name_for_rotation the provider makes a pool of that name for as long as it takes; without it the change is refused, or in older versions replaces the whole cluster.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const pool = node.get('default_node_pool');
    if (!pool || isNonProduction(resource) || pool.has('temporary_name_for_rotation')) return;
    return {
      message: `The size of the default pool of ${resource.address} cannot be changed without replacing what runs on it: set temporary_name_for_rotation, such as "temp".`,
      at: pool,
      fix: {
        safety: 'safe',
        summary: 'set temporary_name_for_rotation to "temp"',
        edits: [
          { op: 'set', in: node, path: ['default_node_pool', 'temporary_name_for_rotation'], value: 'temp' },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name                        = "system"\n    vm_size                     = "Standard_D4ds_v5"\n    node_count                  = 3\n    temporary_name_for_rotation = "temp"\n  }\n}\n',
  },
});
