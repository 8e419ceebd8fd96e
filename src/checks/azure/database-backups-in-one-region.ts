import { isReplica } from '../../graph/azure/databases.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/database-backups-in-one-region',
  title: 'Database whose backups lie where it lives',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'When a region is lost for days, a database whose backups lie in that region is lost with it: only a geo-redundant backup can be restored elsewhere. For these servers it can only be chosen when they are created, so later means a new server. It weighs more in production.',
  sameAs: [
    'checkov:CKV_AZURE_102',
    'checkov:CKV_AZURE_129',
    'checkov:CKV_AZURE_136',
    'checkov:CKV_AZURE_94',
    'kics:terraform/azure/geo_redundancy_is_disabled',
    'kics:terraform/azure/mariadb_server_georedundant_backup_disabled',
  ],
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-backup-restore',
    'https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-backup-restore',
  ],
  visits: resources(
    'azurerm_postgresql_server',
    'azurerm_mysql_server',
    'azurerm_mariadb_server',
    'azurerm_postgresql_flexible_server',
    'azurerm_mysql_flexible_server',
    'azurerm_mssql_database',
  ),
  judge({ resource, node }) {
    if (isNonProduction(resource) || isReplica(node)) return;
    const name =
      resource.type === 'azurerm_mssql_database' ? 'storage_account_type' : 'geo_redundant_backup_enabled';
    const setting = node.get(name) ?? node.get('geo_redundant_backup');
    if (isGeoRedundant(setting, resource.type)) return;
    const value = resource.type === 'azurerm_mssql_database' ? 'Geo' : true;
    return {
      message: `The backups of ${resource.address} lie in its own region and would be lost with it: set ${name} to ${value}${setting ? '' : ', which can only be done when it is created'}.`,
      at: setting ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to ${value} (replaces a server that is there already)`,
        edits: [{ op: 'set', in: node, path: [name], value }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_postgresql_flexible_server" "orders" {\n  name                = "acme-orders"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku_name            = "GP_Standard_D2s_v3"\n}\n',
    good: 'resource "azurerm_postgresql_flexible_server" "orders" {\n  name                         = "acme-orders"\n  resource_group_name          = "shop"\n  location                     = "westeurope"\n  sku_name                     = "GP_Standard_D2s_v3"\n  geo_redundant_backup_enabled = true\n}\n',
  },
});

/** SQL databases keep theirs in the paired region unless told otherwise. */
function isGeoRedundant(setting: Node | undefined, type: string): boolean {
  if (type === 'azurerm_mssql_database') return !/^(local|zone)$/i.test(setting?.text() ?? 'Geo');
  return setting?.flag() === true || setting?.text()?.toLowerCase() === 'enabled';
}
