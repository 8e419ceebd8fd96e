import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/backup-vault-in-one-region',
  title: 'Backups that lie in a single datacenter',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'A vault that is locally redundant keeps all its copies in one building, often the one that also holds what was backed up. It cannot be changed once something is in it. It weighs more in production.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/backup/backup-create-recovery-services-vault'],
  visits: resources('azurerm_recovery_services_vault', 'azurerm_data_protection_backup_vault'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const setting = node.get('storage_mode_type') ?? node.get('redundancy');
    if (setting?.text()?.toLowerCase() !== 'locallyredundant') return;
    return {
      message: `All backups in ${resource.address} lie in one building: choose GeoRedundant (or ZoneRedundant) before anything is in it.`,
      at: setting,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_data_protection_backup_vault" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  datastore_type      = "VaultStore"\n  redundancy          = "LocallyRedundant"\n}\n',
    good: 'resource "azurerm_data_protection_backup_vault" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  datastore_type      = "VaultStore"\n  redundancy          = "GeoRedundant"\n}\n',
  },
});
