import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Days that a vault may keep what is deleted. Source: Azure Key Vault soft-delete overview. */
const [shortest, longest] = [7, 90];

export default check({
  id: 'azure/key-vault-purgeable',
  title: 'Key vault that can be erased for good',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'A deleted vault or key lies in the bin for days, but without purge protection whoever may delete it may also empty the bin at once, by mistake or to extort. Everything that its keys encrypted, disks, databases and backups, is then unreadable for ever.',
  sameAs: [
    'checkov:CKV_AZURE_110',
    'checkov:CKV_AZURE_111',
    'checkov:CKV_AZURE_42',
    'regula:FG_R00227',
    'trivy:AZU-0016',
  ],
  controls: ['cis-azure:8.5', 'soc2:A1.2', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview'],
  visits: resources('azurerm_key_vault', 'azurerm_key_vault_managed_hardware_security_module'),
  judge({ resource, node }) {
    const setting = node.get('purge_protection_enabled');
    if (setting?.flag() === true && node.flag('soft_delete_enabled') !== false) {
      const kept = node.get('soft_delete_retention_days');
      const days = kept?.amount();
      if (days === undefined || (days >= shortest && days <= longest)) return;
      return {
        message: `${resource.address} asks that what is deleted is kept for ${days} days, and Azure takes ${shortest} to ${longest} only, so that the vault is refused: set soft_delete_retention_days to ${longest}.`,
        at: kept!,
      };
    }
    return {
      message: `Whoever may delete ${resource.address} may also erase it for good, with all that its keys encrypt: set purge_protection_enabled to true.`,
      at: setting ?? node,
      // a vault that is made and thrown away with its environment cannot be made again under its name while it is protected
      ...(isNonProduction(resource) && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: 'set purge_protection_enabled to true (it cannot be switched off again)',
        edits: [{ op: 'set', in: node, path: ['purge_protection_enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_key_vault" "shop" {\n  name                = "acme-shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  tenant_id           = "00000000-0000-0000-0000-000000000000"\n  sku_name            = "standard"\n}\n',
    good: 'resource "azurerm_key_vault" "shop" {\n  name                     = "acme-shop"\n  location                 = "westeurope"\n  resource_group_name      = "shop"\n  tenant_id                = "00000000-0000-0000-0000-000000000000"\n  sku_name                 = "standard"\n  purge_protection_enabled = true\n}\n',
  },
});
