import { sqlServers } from '../../graph/azure/databases.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/sql-entra-admin-missing',
  title: 'SQL server that knows passwords only',
  dimension: 'security',
  severity: 'low',
  why: 'Logins of SQL are shared, are never changed and stay when people leave. With an administrator from Entra ID people and applications log in as themselves, with the second factor of the company, and passwords can be switched off.',
  sameAs: [
    'checkov:CKV2_AZURE_27',
    'checkov:CKV2_AZURE_7',
    'kics:terraform/azure/ad_admin_not_configured_for_sql_server',
  ],
  controls: ['cis-azure:4.1.4', 'pci-dss:8.2.1', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/authentication-aad-overview'],
  visits: resources(...sqlServers),
  judge({ resource, node }, graph) {
    if (node.has('azuread_administrator')) return;
    const type = 'azurerm_sql_active_directory_administrator';
    if (companionsOf(graph, resource, type, 'server_name').length > 0) return;
    return {
      message: `Everybody logs in to ${resource.address} with shared passwords: add an azuread_administrator block${resource.type === 'azurerm_sql_server' ? ' (azurerm_mssql_server), or an azurerm_sql_active_directory_administrator' : ''}.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  public_network_access_enabled = false\n\n  azuread_administrator {\n    login_username              = "sql-admins"\n    object_id                   = "00000000-0000-0000-0000-000000000001"\n    azuread_authentication_only = true\n  }\n}\n',
  },
});
