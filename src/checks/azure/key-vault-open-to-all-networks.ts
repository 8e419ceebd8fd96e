import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/key-vault-open-to-all-networks',
  title: 'Key vault that every network reaches',
  dimension: 'security',
  severity: 'medium',
  why: 'A stolen token of somebody who may read secrets then works from anywhere. Deny by default and let in the subnets that read from the vault, or use a private endpoint; services of Azure that are trusted come through with bypass AzureServices.',
  sameAs: ['checkov:CKV_AZURE_109', 'checkov:CKV_AZURE_189', 'trivy:AZU-0013'],
  controls: ['cis-azure:8.7', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/general/network-security'],
  visits: resources('azurerm_key_vault'),
  judge({ resource, node }) {
    if (node.flag('public_network_access_enabled') === false) return;
    const action = node.get('network_acls', 'default_action');
    if (action && action.text()?.toLowerCase() !== 'allow') return;
    return {
      message: `${resource.address} answers every network, so a stolen token works from anywhere: ${action ? 'set default_action of network_acls to Deny' : 'add network_acls with default_action Deny'}, or set public_network_access_enabled to false.`,
      at: action ?? node.get('public_network_access_enabled') ?? node,
      ...(action && {
        fix: {
          safety: 'unsafe',
          summary: 'set default_action to Deny (clients that the rules do not name are refused)',
          edits: [{ op: 'replace', node: action, value: 'Deny' }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "azurerm_key_vault" "shop" {\n  name                     = "acme-shop"\n  location                 = "westeurope"\n  resource_group_name      = "shop"\n  tenant_id                = "00000000-0000-0000-0000-000000000000"\n  sku_name                 = "standard"\n  purge_protection_enabled = true\n}\n',
    good: 'resource "azurerm_key_vault" "shop" {\n  name                     = "acme-shop"\n  location                 = "westeurope"\n  resource_group_name      = "shop"\n  tenant_id                = "00000000-0000-0000-0000-000000000000"\n  sku_name                 = "standard"\n  purge_protection_enabled = true\n\n  network_acls {\n    default_action = "Deny"\n    bypass         = "AzureServices"\n  }\n}\n',
  },
});
