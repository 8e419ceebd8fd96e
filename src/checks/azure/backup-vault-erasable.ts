import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/backup-vault-erasable',
  title: 'Vault whose backups are deleted at once',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'Who encrypts data to extort deletes the backups first. With soft delete off that is one click; with it they lie in the bin for two weeks, and nobody can empty it before.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://learn.microsoft.com/en-us/azure/backup/secure-by-default'],
  visits: resources('azurerm_recovery_services_vault', 'azurerm_data_protection_backup_vault'),
  judge({ resource, node }) {
    const setting = node.get('soft_delete_enabled') ?? node.get('soft_delete');
    const off = setting?.flag() === false || setting?.text()?.toLowerCase() === 'off';
    if (!setting || !off) return;
    return {
      message: `Whoever gets into ${resource.address} deletes all backups at once: leave soft delete on.`,
      at: setting,
      ...(isNonProduction(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_recovery_services_vault" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  sku                 = "Standard"\n  soft_delete_enabled = false\n}\n',
    good: 'resource "azurerm_recovery_services_vault" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  sku                 = "Standard"\n  soft_delete_enabled = true\n}\n',
  },
});
