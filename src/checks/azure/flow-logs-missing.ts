import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/flow-logs-missing',
  title: 'Network without flow logs',
  dimension: 'observability',
  severity: 'low',
  why: 'After an incident the first question is who talked to whom, and nothing else in Azure answers it afterwards. Flow logs also tell why a connection is refused. In a storage account with a rule that deletes them they cost little. They weigh more in production.',
  controls: ['cis-azure:5.1.5', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview'],
  visits: resources('azurerm_virtual_network'),
  judge({ resource }, graph) {
    if (isNonProduction(resource)) return;
    const type = 'azurerm_network_watcher_flow_log';
    if (companionsOf(graph, resource, type, 'target_resource_id').length > 0) return;
    // logs of security groups, the older kind, are declared at the groups
    if (graph.ofType(type).some(({ unit }) => unit === resource.unit)) return;
    return {
      message: `Nobody can tell afterwards who talked to whom in ${resource.address}: add an azurerm_network_watcher_flow_log for it.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_virtual_network" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  address_space       = ["10.0.0.0/16"]\n}\n',
    good: 'resource "azurerm_virtual_network" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  address_space       = ["10.0.0.0/16"]\n}\n\nresource "azurerm_network_watcher_flow_log" "shop" {\n  name                 = "shop"\n  network_watcher_name = "watcher"\n  resource_group_name  = "shop"\n  target_resource_id   = azurerm_virtual_network.shop.id\n  storage_account_id   = var.account_id\n  enabled              = true\n\n  retention_policy {\n    enabled = true\n    days    = 90\n  }\n}\n\nvariable "account_id" {\n  type = string\n}\n',
  },
});
