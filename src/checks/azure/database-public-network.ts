import { isInSubnet, isReplica } from '../../graph/azure/databases.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Where each server says whether the internet reaches it. Source: Terraform azurerm provider, the page of each resource: on by default. */
const switches: Readonly<Record<string, string>> = {
  azurerm_mssql_server: 'public_network_access_enabled',
  azurerm_mysql_server: 'public_network_access_enabled',
  azurerm_mariadb_server: 'public_network_access_enabled',
  azurerm_postgresql_server: 'public_network_access_enabled',
  azurerm_postgresql_flexible_server: 'public_network_access_enabled',
  azurerm_mysql_flexible_server: 'public_network_access',
};

export default check({
  id: 'azure/database-public-network',
  title: 'Database server with an address on the internet',
  dimension: 'security',
  severity: 'medium',
  why: 'Only the firewall of the server, a list of addresses that grows, stands between its login and the internet, and one rule that is too wide opens it. With public access off, clients come through a private endpoint or a subnet of their own network.',
  sameAs: [
    'checkov:CKV_AZURE_113',
    'checkov:CKV_AZURE_48',
    'checkov:CKV_AZURE_53',
    'checkov:CKV_AZURE_68',
    'kics:terraform/azure/mariadb_public_network_access_enabled',
    'kics:terraform/azure/mssql_server_public_network_access_enabled',
    'kics:terraform/azure/mysql_server_public_access_enabled',
    'kics:terraform/azure/postgres_sql_server_enables_public_access',
    'trivy:AZU-0022',
  ],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6', 'hipaa:164.312(e)(1)'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings',
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-networking-private-link',
  ],
  visits: resources(...Object.keys(switches)),
  judge({ resource, node }) {
    if (isReplica(node) || isInSubnet(node)) return;
    const name = switches[resource.type]!;
    const setting = node.get(name);
    if (setting ? isOff(setting) : resource.type === 'azurerm_mysql_flexible_server') return;
    const off = name.endsWith('_enabled') ? false : 'Disabled';
    return {
      message: `${resource.address} has an address on the internet, and only its firewall rules stand before its login: set ${name} to ${off}, and reach it through a private endpoint.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to ${off} (clients need a private endpoint)`,
        edits: [{ op: 'set', in: node, path: [name], value: off }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server" "orders" {\n  name                = "acme-orders"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  version             = "12.0"\n}\n',
    good: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  public_network_access_enabled = false\n}\n',
  },
});

function isOff(setting: Node): boolean {
  return setting.flag() === false || setting.text()?.toLowerCase() === 'disabled';
}
