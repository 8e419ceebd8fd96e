import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/disk-reached-from-anywhere',
  title: 'Disk that may be downloaded from anywhere',
  dimension: 'security',
  severity: 'info',
  why: 'Whoever may make a signature for a disk can download all of it from any network, past every firewall. Deny the way from outside, or allow private endpoints only; it changes nothing for the machine that uses the disk.',
  sameAs: ['checkov:CKV_AZURE_251'],
  controls: ['soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/disks-restrict-import-export-overview'],
  visits: resources('azurerm_managed_disk', 'azurerm_snapshot'),
  judge({ resource, node }) {
    const policy = node.get('network_access_policy');
    if (node.flag('public_network_access_enabled') === false) return;
    if (policy && policy.text()?.toLowerCase() !== 'allowall') return;
    return {
      message: `Whoever gets a signature for ${resource.address} downloads it from anywhere: set network_access_policy to DenyAll.`,
      at: policy ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_managed_disk" "data" {\n  name                 = "data"\n  location             = "westeurope"\n  resource_group_name  = "shop"\n  storage_account_type = "Premium_ZRS"\n  create_option        = "Empty"\n  disk_size_gb         = 128\n}\n',
    good: 'resource "azurerm_managed_disk" "data" {\n  name                  = "data"\n  location              = "westeurope"\n  resource_group_name   = "shop"\n  storage_account_type  = "Premium_ZRS"\n  create_option         = "Empty"\n  disk_size_gb          = 128\n  network_access_policy = "DenyAll"\n}\n',
  },
});
