import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/data-platform-unencrypted',
  title: 'Data platform with its encryption off',
  dimension: 'security',
  severity: 'high',
  why: 'What the service stores on its disks lies in the clear, readable for whoever gets hold of them. Switching it on costs nothing that one notices.',
  sameAs: ['checkov:CKV_AZURE_105', 'checkov:CKV_AZURE_74', 'trivy:AZU-0036'],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: ['https://learn.microsoft.com/en-us/azure/data-explorer/cluster-encryption-overview'],
  visits: resources('azurerm_kusto_cluster', 'azurerm_data_lake_store'),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['disk_encryption_enabled'],
      ['enable_disk_encryption'],
      ['encryption_state'],
    );
    const isLake = resource.type === 'azurerm_data_lake_store';
    const on = setting?.node.flag() === true || setting?.node.text()?.toLowerCase() === 'enabled';
    // a lake is encrypted unless it is told not to be, the disks of a cluster of Data Explorer are not
    if (on || (!setting && isLake)) return;
    const name = isLake ? 'encryption_state' : 'disk_encryption_enabled';
    return {
      message: `${resource.address} stores data in the clear: set ${setting?.path[0] ?? name} to ${isLake ? 'Enabled' : 'true'}.`,
      at: setting?.node ?? node,
      ...(!isLake && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_kusto_cluster" "events" {\n  name                = "acmeevents"\n  location            = "westeurope"\n  resource_group_name = "shop"\n}\n',
    good: 'resource "azurerm_kusto_cluster" "events" {\n  name                    = "acmeevents"\n  location                = "westeurope"\n  resource_group_name     = "shop"\n  disk_encryption_enabled = true\n}\n',
  },
});
