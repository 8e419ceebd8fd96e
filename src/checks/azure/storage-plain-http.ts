import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-plain-http',
  title: 'Storage account that answers plain HTTP',
  dimension: 'security',
  severity: 'high',
  why: 'Over HTTP the data, and a shared access signature in the address, pass through every network on the way as they are. All clients of Azure Storage speak HTTPS, and it is the default; only very old devices need the exception.',
  sameAs: [
    'checkov:CKV_AZURE_3',
    'kics:terraform/azure/storage_account_not_forcing_https',
    'regula:FG_R00152',
    'trivy:AZU-0008',
    'trivy:AZU-0059',
  ],
  controls: ['cis-azure:3.1', 'pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }) {
    // true is the default since azurerm 2
    const setting = settingOf(node, ['https_traffic_only_enabled'], ['enable_https_traffic_only']);
    if (setting?.node.flag() !== false) return;
    return {
      message: `${resource.address} also answers plain HTTP, so data and access signatures can be read on the way: take ${setting.path.join('.')} = false out.`,
      at: setting.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${setting.path.join('.')} to true (clients that use HTTP are refused)`,
        edits: [{ op: 'replace', node: setting.node, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                       = "acmeinvoices"\n  resource_group_name        = "shop"\n  location                   = "westeurope"\n  account_tier               = "Standard"\n  account_replication_type   = "GZRS"\n  https_traffic_only_enabled = false\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                       = "acmeinvoices"\n  resource_group_name        = "shop"\n  location                   = "westeurope"\n  account_tier               = "Standard"\n  account_replication_type   = "GZRS"\n  https_traffic_only_enabled = true\n}\n',
  },
});
