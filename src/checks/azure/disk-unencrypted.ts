import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/disk-unencrypted',
  title: 'Disk with its encryption switched off',
  dimension: 'security',
  severity: 'medium',
  why: 'Azure encrypts managed disks by itself where they lie; this setting switches off the encryption inside of the machine that would also protect what passes to the disk and its cache. Take it out, or use encryption at host.',
  sameAs: [
    'checkov:CKV_AZURE_2',
    'kics:terraform/azure/encryption_on_managed_disk_disabled',
    'regula:FG_R00196',
    'regula:FG_R00197',
    'trivy:AZU-0038',
  ],
  controls: ['cis-azure:7.3', 'pci-dss:3.5.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption-overview'],
  visits: resources('azurerm_managed_disk', 'azurerm_snapshot'),
  judge({ resource, node }) {
    if (node.has('disk_encryption_set_id')) return;
    const setting = node.get('encryption_settings', 'enabled');
    if (setting?.flag() !== false) return;
    return {
      message: `${resource.address} has its encryption switched off: take encryption_settings out, or set enabled to true.`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: 'set encryption_settings.enabled to true (the disk is encrypted again)',
        edits: [{ op: 'replace', node: setting, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_managed_disk" "data" {\n  name                 = "data"\n  location             = "westeurope"\n  resource_group_name  = "shop"\n  storage_account_type = "Premium_ZRS"\n  create_option        = "Empty"\n  disk_size_gb         = 128\n\n  encryption_settings {\n    enabled = false\n  }\n}\n',
    good: 'resource "azurerm_managed_disk" "data" {\n  name                 = "data"\n  location             = "westeurope"\n  resource_group_name  = "shop"\n  storage_account_type = "Premium_ZRS"\n  create_option        = "Empty"\n  disk_size_gb         = 128\n\n  encryption_settings {\n    enabled = true\n  }\n}\n',
  },
});
