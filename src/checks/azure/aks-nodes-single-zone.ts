import { nodePools, poolName } from '../../graph/azure/clusters.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-nodes-single-zone',
  title: 'Kubernetes nodes in a single zone, or in none',
  dimension: 'reliability',
  severity: 'low',
  why: 'A pool that names no zones, or one, is down with its zone, and with it every pod, however many replicas there are. Zones are chosen when a pool is made, so later means a new pool. It weighs more in production.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/availability-zones'],
  visits: nodePools,
  judge(pool) {
    const { resource, node, isDefault } = pool;
    if (isNonProduction(resource)) return;
    // what may be taken away at any time is not there for being up
    if (node.text('priority')?.toLowerCase() === 'spot') return;
    const zones = settingOf(node, ['zones'], ['availability_zones'])?.node;
    if (zones && zones.list().length !== 1) return;
    // a pool for each zone is another way to use all of them, and the autoscaler needs it for disks
    if (zones && !isDefault) return;
    return {
      message: `${poolName(pool)} ${zones ? 'lives in a single zone' : 'names no zones, so all of it may stand in one place,'} and is down when one datacenter is: set zones to ["1", "2", "3"] when it is made.`,
      at: zones ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  default_node_pool {\n    name       = "system"\n    vm_size    = "Standard_D4ds_v5"\n    node_count = 3\n    zones      = ["1", "2", "3"]\n  }\n}\n',
  },
});
