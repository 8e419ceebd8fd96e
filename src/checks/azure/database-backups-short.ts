import { isReplica } from '../../graph/azure/databases.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Path } from '../../model/node.ts';
import { check } from '../check.ts';

/** Where each service says for how many days any moment can be restored; seven is the default of all of them. Source: Terraform azurerm provider. */
const settings: Readonly<Record<string, Path>> = {
  azurerm_mysql_server: ['backup_retention_days'],
  azurerm_mariadb_server: ['backup_retention_days'],
  azurerm_postgresql_server: ['backup_retention_days'],
  azurerm_mysql_flexible_server: ['backup_retention_days'],
  azurerm_postgresql_flexible_server: ['backup_retention_days'],
  azurerm_mssql_database: ['short_term_retention_policy', 'retention_days'],
  azurerm_mssql_managed_database: ['short_term_retention_days'],
};

/** A mistake made on a Friday is found on Monday, and looked into until the next. */
const fewestDays = 7;

export default check({
  id: 'azure/database-backups-short',
  title: 'Database with few backups to go back to',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'Backups are what a bad migration, a wrong DELETE or ransomware is undone with: they allow to restore any second of the days that they are kept. A few days are over before anybody has noticed. It weighs little outside of production.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/automated-backups-overview'],
  visits: resources(...Object.keys(settings)),
  judge({ resource, node }) {
    if (isReplica(node) || isNonProduction(resource)) return;
    const path = settings[resource.type]!;
    const days = node.get(...path);
    const count = days?.amount();
    if (!days || count === undefined || count >= fewestDays) return;
    return {
      message: `${resource.address} keeps backups for ${count === 1 ? 'one day' : `${count} days`}, less than it often takes to notice that data is wrong: set ${path.join('.')} to at least ${fewestDays}.`,
      at: days,
      ...(isProduction(resource) && { severity: 'high' }),
      fix: {
        safety: 'unsafe',
        summary: `set ${path.join('.')} to ${fewestDays} (more backups are paid)`,
        edits: [{ op: 'replace', node: days, value: fewestDays }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_mysql_flexible_server" "orders" {\n  name                         = "acme-orders"\n  resource_group_name          = "shop"\n  location                     = "westeurope"\n  sku_name                     = "GP_Standard_D2ds_v4"\n  geo_redundant_backup_enabled = true\n  backup_retention_days        = 2\n}\n',
    good: 'resource "azurerm_mysql_flexible_server" "orders" {\n  name                         = "acme-orders"\n  resource_group_name          = "shop"\n  location                     = "westeurope"\n  sku_name                     = "GP_Standard_D2ds_v4"\n  geo_redundant_backup_enabled = true\n  backup_retention_days        = 14\n}\n',
  },
});
