import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Leaks are noticed after months. Source: CIS Microsoft Azure Foundations Benchmark, 4.1.6. */
const fewestDays = 90;

export default check({
  id: 'azure/sql-audit-kept-briefly',
  title: 'Audit of a SQL server that is soon deleted',
  dimension: 'observability',
  severity: 'low',
  why: 'A leak is noticed after months, by somebody else, and then the question is what was read at that time. An audit log that is gone after some weeks does not answer it. Zero keeps it for ever.',
  sameAs: [
    'checkov:CKV_AZURE_156',
    'checkov:CKV_AZURE_24',
    'kics:terraform/azure/small_msql_server_audit_retention',
    'kics:terraform/azure/small_mssql_audit_retention_period',
    'regula:FG_R00283',
    'trivy:AZU-0025',
  ],
  controls: ['cis-azure:4.1.6', 'pci-dss:10.5.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview'],
  visits: resources(
    'azurerm_mssql_server_extended_auditing_policy',
    'azurerm_mssql_database_extended_auditing_policy',
    'azurerm_mssql_server',
    'azurerm_sql_server',
    'azurerm_mssql_database',
    'azurerm_sql_database',
  ),
  judge({ resource, node }) {
    const policy = resource.type.endsWith('_policy') ? node : node.get('extended_auditing_policy');
    const days = policy?.get('retention_in_days');
    const count = days?.amount();
    if (!days || count === undefined || count === 0 || count >= fewestDays) return;
    return {
      message: `The audit log of ${resource.address} is deleted after ${count} days, before most leaks are noticed: keep it for ${fewestDays} at least.`,
      at: days,
      fix: {
        safety: 'unsafe',
        summary: `set retention_in_days to ${fewestDays} (more storage is paid)`,
        edits: [{ op: 'replace', node: days, value: fewestDays }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server_extended_auditing_policy" "orders" {\n  server_id         = var.server_id\n  storage_endpoint  = "https://acmeaudit.blob.core.windows.net"\n  retention_in_days = 6\n}\n\nvariable "server_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_mssql_server_extended_auditing_policy" "orders" {\n  server_id         = var.server_id\n  storage_endpoint  = "https://acmeaudit.blob.core.windows.net"\n  retention_in_days = 180\n}\n\nvariable "server_id" {\n  type = string\n}\n',
  },
});
