import { resources } from '../../graph/selector.ts';
import { isSecretDefault } from '../../graph/terraform/secret-defaults.ts';
import type { Node } from '../../model/node.ts';
import { isFilledInLater, isForTests } from '../../syntax/secret.ts';
import { check } from '../check.ts';

/** The argument of each resource that is a password. Source: Terraform azurerm provider. */
const passwords: Readonly<Record<string, string>> = {
  azurerm_mssql_server: 'administrator_login_password',
  azurerm_mssql_managed_instance: 'administrator_login_password',
  azurerm_sql_server: 'administrator_login_password',
  azurerm_mysql_server: 'administrator_login_password',
  azurerm_mysql_flexible_server: 'administrator_password',
  azurerm_postgresql_server: 'administrator_login_password',
  azurerm_postgresql_flexible_server: 'administrator_password',
  azurerm_mariadb_server: 'administrator_login_password',
  azurerm_synapse_workspace: 'sql_administrator_login_password',
  azurerm_linux_virtual_machine: 'admin_password',
  azurerm_windows_virtual_machine: 'admin_password',
  azurerm_linux_virtual_machine_scale_set: 'admin_password',
  azurerm_windows_virtual_machine_scale_set: 'admin_password',
  azurerm_hdinsight_hadoop_cluster: 'gateway.password',
};

export default check({
  id: 'azure/database-password-written',
  title: 'Password of an administrator written out',
  dimension: 'security',
  severity: 'high',
  why: 'A password in the code is in version control for ever, known to everybody with the repository, and the same in every environment. Let random_password make one and keep it in Key Vault, use a write-only argument, or switch passwords off for Entra ID.',
  sameAs: ['checkov:CKV_AZURE_239'],
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only'],
  visits: resources(...Object.keys(passwords)),
  judge({ resource, node }, graph) {
    const name = passwords[resource.type]!;
    const at = node.get(...name.split('.'));
    const text = at && writtenHere(at);
    if (!at || text === undefined || isFilledInLater(text) || isForTests(text) || isSecretDefault(graph, at))
      return;
    return {
      message: `${resource.address} has the password of its administrator written out, for everybody with the repository: change it, and take it from Key Vault or from random_password.`,
      at,
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  administrator_login           = "ops"\n  administrator_login_password  = "hunter2-but-longer"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  administrator_login           = "ops"\n  administrator_login_password  = random_password.orders.result\n  public_network_access_enabled = false\n}\n\nresource "random_password" "orders" {\n  length = 32\n}\n',
  },
});

/** A text that stands in the configuration, wherever a variable or local brings it from; a password is at least six long. */
function writtenHere({ content }: Node): string | undefined {
  return typeof content === 'string' && content.length >= 6 ? content : undefined;
}
