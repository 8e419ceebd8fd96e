import { isKept } from '../../graph/azure/locks.ts';
import { isForLogsOrScratch } from '../../graph/azure/storage-accounts.ts';
import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/data-deletable',
  title: 'Data of production that one command deletes',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'A rename, a destroy in the wrong folder or a click in the portal takes the data away, and its backups often with it. A lock (CanNotDelete) makes Azure refuse, whoever asks; prevent_destroy makes Terraform refuse.',
  sameAs: ['kics:terraform/azure/azure_container_registry_with_no_locks'],
  controls: ['cis-azure:10.1', 'soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/lock-resources'],
  visits: resources(
    'azurerm_cosmosdb_account',
    'azurerm_mssql_database',
    'azurerm_mysql_flexible_server',
    'azurerm_postgresql_flexible_server',
    'azurerm_storage_account',
    'azurerm_key_vault',
    'azurerm_container_registry',
  ),
  judge({ resource }, graph) {
    if (!isProduction(resource) || isForLogsOrScratch(resource) || isKept(graph, resource)) return;
    return {
      message: `One wrong command deletes ${resource.address}: add an azurerm_management_lock of level CanNotDelete for it, or prevent_destroy.`,
    };
  },
  examples: {
    bad: { 'envs/prod/main.tf': database('') },
    good: {
      'envs/prod/main.tf': database(
        'resource "azurerm_management_lock" "orders" {\n  name       = "orders"\n  scope      = azurerm_postgresql_flexible_server.orders.id\n  lock_level = "CanNotDelete"\n}\n',
      ),
    },
  },
});

function database(lock: string): string {
  return `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "acme-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  sku_name            = "GP_Standard_D2s_v3"
}

${lock}`;
}
