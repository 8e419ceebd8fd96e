import { sqlServers } from '../../graph/azure/databases.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { certainCompanionsOf, companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** What writes down who did what on a server, and the attribute that names it. */
const audits: readonly (readonly [type: string, by: string])[] = [
  ['azurerm_mssql_server_extended_auditing_policy', 'server_id'],
  ['azurerm_mssql_server_microsoft_support_auditing_policy', 'server_id'],
];

export default check({
  id: 'azure/sql-auditing-missing',
  title: 'SQL server that is not audited',
  dimension: 'observability',
  severity: 'medium',
  why: 'After a leak the question is which rows were read, by whom and since when, and only the audit log of the server answers it: it cannot be made up afterwards. It goes to a storage account, a Log Analytics workspace or an event hub.',
  sameAs: [
    'checkov:CKV_AZURE_23',
    'kics:terraform/azure/mssql_server_auditing_disabled',
    'kics:terraform/azure/sql_database_audit_disabled',
    'kics:terraform/azure/sql_server_auditing_disabled',
    'regula:FG_R00282',
    'trivy:AZU-0027',
  ],
  controls: ['cis-azure:4.1.1', 'pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview'],
  visits: resources(...sqlServers),
  judge({ resource, node }, graph) {
    if (node.has('extended_auditing_policy') || node.has('blob_extended_auditing_policy')) return;
    for (const [type, by] of audits)
      for (const policy of companionsOf(graph, resource, type, by))
        if (policy.body.flag('enabled') !== false) return;
    // each of its databases may have a policy of its own instead
    const databases = certainCompanionsOf(graph, resource, 'azurerm_mssql_database', 'server_id');
    if (databases.length > 0 && databases.every((one) => isAudited(graph, one))) return;
    return {
      message: `Nobody can tell afterwards who read what on ${resource.address}: add an azurerm_mssql_server_extended_auditing_policy for it.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  public_network_access_enabled = false\n}\n\nresource "azurerm_mssql_server_extended_auditing_policy" "orders" {\n  server_id              = azurerm_mssql_server.orders.id\n  log_monitoring_enabled = true\n}\n',
  },
});

function isAudited(graph: Graph, database: Resource): boolean {
  return [
    'azurerm_mssql_database_extended_auditing_policy',
    'azurerm_mssql_server_extended_auditing_policy',
  ].some((type) =>
    companionsOf(graph, database, type, 'database_id').some(
      (policy) => policy.body.flag('enabled') !== false,
    ),
  );
}
