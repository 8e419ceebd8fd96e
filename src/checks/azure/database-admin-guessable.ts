import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const guessed =
  /^(admin|administrator|sqladmin|root|master|mssqladmin|dbadmin|sa|azureadmin|mysqladmin|psqladmin|postgres)\d{0,2}$/i;

export default check({
  id: 'azure/database-admin-guessable',
  title: 'Administrator with a name that is tried first',
  dimension: 'security',
  severity: 'info',
  why: 'Those who guess passwords start with the usual names, and need only the other half then. The name is chosen when the server is made, so another costs nothing now and a new server later.',
  sameAs: [
    'kics:terraform/azure/sql_server_predictable_active_directory_admin_account_name',
    'kics:terraform/azure/sql_server_predictable_admin_account_name',
  ],
  controls: ['pci-dss:2.2.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/logins-create-manage'],
  visits: resources(
    'azurerm_mssql_server',
    'azurerm_sql_server',
    'azurerm_mysql_flexible_server',
    'azurerm_postgresql_flexible_server',
    'azurerm_sql_active_directory_administrator',
  ),
  judge({ resource, node }) {
    const name = node.get('administrator_login') ?? node.get('login');
    const text = name?.text();
    if (!name || text === undefined || !guessed.test(text)) return;
    return {
      message: `The administrator of ${resource.address} is called ${text}, which is tried first: choose another name when it is made.`,
      at: name,
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  administrator_login           = "sqladmin"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  administrator_login           = "orders_keeper"\n  public_network_access_enabled = false\n}\n',
  },
});
