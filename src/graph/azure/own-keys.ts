/** Where a service names the key of one's own that it encrypts with. */
export interface OwnKey {
  /** arguments or blocks of the resource itself */
  readonly inside: readonly string[];
  /** resources that say it from outside, with the attribute that names the service */
  readonly apart?: readonly (readonly [type: string, by: string])[];
}

/** Source: Terraform azurerm provider, the page of each resource. */
export const ownKeys: Readonly<Record<string, OwnKey>> = {
  azurerm_app_configuration: { inside: ['encryption'] },
  azurerm_batch_account: { inside: ['key_vault_reference', 'encryption'] },
  azurerm_cognitive_account: {
    inside: ['customer_managed_key'],
    apart: [['azurerm_cognitive_account_customer_managed_key', 'cognitive_account_id']],
  },
  azurerm_container_registry: { inside: ['encryption'] },
  azurerm_cosmosdb_account: { inside: ['key_vault_key_id'] },
  azurerm_data_factory: { inside: ['customer_managed_key_id'] },
  azurerm_kubernetes_cluster: { inside: ['disk_encryption_set_id'] },
  azurerm_kusto_cluster: {
    inside: [],
    apart: [['azurerm_kusto_cluster_customer_managed_key', 'cluster_id']],
  },
  azurerm_managed_disk: { inside: ['disk_encryption_set_id', 'secure_vm_disk_encryption_set_id'] },
  azurerm_mysql_flexible_server: { inside: ['customer_managed_key'] },
  azurerm_mysql_server: { inside: [], apart: [['azurerm_mysql_server_key', 'server_id']] },
  azurerm_postgresql_flexible_server: { inside: ['customer_managed_key'] },
  azurerm_postgresql_server: { inside: [], apart: [['azurerm_postgresql_server_key', 'server_id']] },
  azurerm_servicebus_namespace: { inside: ['customer_managed_key'] },
  azurerm_storage_account: {
    inside: ['customer_managed_key'],
    apart: [['azurerm_storage_account_customer_managed_key', 'storage_account_id']],
  },
  azurerm_synapse_workspace: {
    inside: ['customer_managed_key'],
    apart: [['azurerm_synapse_workspace_key', 'synapse_workspace_id']],
  },
};
