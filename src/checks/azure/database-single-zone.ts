import { isReplica } from '../../graph/azure/databases.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/database-single-zone',
  title: 'Database without a standby in another zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'One server is down for minutes with every patch and failure of its host, and for as long as it takes when its zone is lost. A standby in another zone takes over within two minutes and loses nothing. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_229'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-high-availability',
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/high-availability-sla-local-zone-redundancy',
  ],
  visits: resources(
    'azurerm_postgresql_flexible_server',
    'azurerm_mysql_flexible_server',
    'azurerm_mssql_database',
  ),
  judge({ resource, node }): Fault | undefined {
    if (isNonProduction(resource) || isReplica(node)) return;
    const weight = isProduction(resource) ? ({ severity: 'medium' } as const) : {};
    const sku = node.text('sku_name') ?? '';
    if (resource.type === 'azurerm_mssql_database') {
      // within a pool the pool decides; Basic and Standard cannot be spread, serverless pauses as it likes
      if (!/^(GP_Gen5|BC_|HS_|P\d)/i.test(sku) || node.flag('zone_redundant') === true) return;
      return {
        message: `${resource.address} is down when its zone is: set zone_redundant to true.`,
        at: node.get('zone_redundant') ?? node,
        ...weight,
      };
    }
    // burstable servers cannot have a standby
    if (/^B_/i.test(sku)) return;
    const mode = node.get('high_availability', 'mode');
    if (mode?.text()?.toLowerCase() === 'zoneredundant') return;
    return {
      message: mode
        ? `The standby of ${resource.address} is in the same zone and is lost together with it: set mode to ZoneRedundant.`
        : `${resource.address} has no standby and is down with every failure of its one machine: add high_availability with mode ZoneRedundant.`,
      at: mode ?? node,
      ...weight,
    };
  },
  examples: {
    bad: 'resource "azurerm_postgresql_flexible_server" "orders" {\n  name                         = "acme-orders"\n  resource_group_name          = "shop"\n  location                     = "westeurope"\n  sku_name                     = "GP_Standard_D2s_v3"\n  geo_redundant_backup_enabled = true\n}\n',
    good: 'resource "azurerm_postgresql_flexible_server" "orders" {\n  name                         = "acme-orders"\n  resource_group_name          = "shop"\n  location                     = "westeurope"\n  sku_name                     = "GP_Standard_D2s_v3"\n  geo_redundant_backup_enabled = true\n\n  high_availability {\n    mode = "ZoneRedundant"\n  }\n}\n',
  },
});
