import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/sql-unencrypted',
  title: 'SQL database with its encryption switched off',
  dimension: 'security',
  severity: 'high',
  why: 'Files and backups of the database then lie as they are, readable for whoever gets hold of them. Azure encrypts every database by itself, without a noticeable price in speed; only somebody who switched it off is without.',
  sameAs: ['checkov:CKV2_AZURE_25', 'checkov:CKV_AZURE_241'],
  controls: ['cis-azure:4.1.5', 'pci-dss:3.5.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/transparent-data-encryption-tde-overview',
  ],
  visits: resources('azurerm_mssql_database', 'azurerm_synapse_sql_pool'),
  judge({ resource, node }) {
    const pool = resource.type === 'azurerm_synapse_sql_pool';
    const name = pool ? 'data_encrypted' : 'transparent_data_encryption_enabled';
    const setting = node.get(name);
    // pools of Synapse are not encrypted unless they are told to be
    if (setting ? setting.flag() !== false : !pool) return;
    return {
      message: `${resource.address} stores its data and backups in the clear: set ${name} to true.`,
      at: setting ?? node,
      ...(pool && { severity: 'medium' }),
      fix: {
        safety: 'safe',
        summary: `set ${name} to true`,
        edits: [{ op: 'set', in: node, path: [name], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_database" "orders" {\n  name                                = "orders"\n  server_id                           = var.server_id\n  sku_name                            = "S1"\n  transparent_data_encryption_enabled = false\n}\n\nvariable "server_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_mssql_database" "orders" {\n  name                                = "orders"\n  server_id                           = var.server_id\n  sku_name                            = "S1"\n  transparent_data_encryption_enabled = true\n}\n\nvariable "server_id" {\n  type = string\n}\n',
  },
});
