import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/synapse-network-open',
  title: 'Synapse workspace outside of a network of its own',
  dimension: 'security',
  severity: 'medium',
  why: 'Without the managed network Spark and pipelines run among those of others and reach any address, so data can be copied anywhere by one line of code. It can only be chosen when the workspace is made.',
  sameAs: ['checkov:CKV_AZURE_157', 'checkov:CKV_AZURE_58', 'trivy:AZU-0034'],
  controls: ['soc2:CC6.6', 'gdpr:32(1)(b)'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-managed-vnet',
  ],
  visits: resources('azurerm_synapse_workspace'),
  judge({ resource, node }) {
    const setting = node.get('managed_virtual_network_enabled');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} has no network of its own, and may send data anywhere: set managed_virtual_network_enabled to true when it is made.`,
      at: setting ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_synapse_workspace" "lake" {\n  name                                 = "acme-lake"\n  resource_group_name                  = "shop"\n  location                             = "westeurope"\n  storage_data_lake_gen2_filesystem_id = "https://acmelake.dfs.core.windows.net/data"\n  public_network_access_enabled        = false\n}\n',
    good: 'resource "azurerm_synapse_workspace" "lake" {\n  name                                 = "acme-lake"\n  resource_group_name                  = "shop"\n  location                             = "westeurope"\n  storage_data_lake_gen2_filesystem_id = "https://acmelake.dfs.core.windows.net/data"\n  public_network_access_enabled        = false\n  managed_virtual_network_enabled      = true\n}\n',
  },
});
