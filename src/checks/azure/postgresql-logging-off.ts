import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Parameters that are on unless somebody switches them off, and what is not known then. Source: PostgreSQL, and CIS Microsoft Azure Foundations Benchmark, 4.3. */
const parameters: Readonly<Record<string, string>> = {
  log_checkpoints: 'why it was slow for a moment',
  log_connections: 'who connected',
  log_disconnections: 'how long who was connected',
  log_duration: 'which statements took long',
  connection_throttling: '',
  'connection_throttle.enable': '',
};

export default check({
  id: 'azure/postgresql-logging-off',
  title: 'PostgreSQL that does not write down who connects',
  dimension: 'observability',
  severity: 'low',
  why: 'After a break-in, or when a database was slow at night, its log is all there is, and it holds only what these parameters let it write. Throttling holds up those who guess passwords.',
  sameAs: [
    'checkov:CKV_AZURE_30',
    'checkov:CKV_AZURE_31',
    'checkov:CKV_AZURE_32',
    'kics:terraform/azure/postgresql_log_checkpoints_disabled',
    'kics:terraform/azure/postgresql_log_connections_not_set',
    'kics:terraform/azure/postgresql_log_disconnections_not_set',
    'kics:terraform/azure/postgresql_log_duration_not_set',
    'kics:terraform/azure/postgresql_server_without_connection_throttling',
    'regula:FG_R00317',
    'regula:FG_R00318',
    'regula:FG_R00331',
    'regula:FG_R00333',
    'regula:FG_R00335',
    'trivy:AZU-0019',
    'trivy:AZU-0021',
    'trivy:AZU-0024',
  ],
  controls: [
    'cis-azure:4.3.2',
    'cis-azure:4.3.3',
    'cis-azure:4.3.4',
    'cis-azure:4.3.5',
    'pci-dss:10.2.1',
    'soc2:CC7.2',
  ],
  sources: ['https://www.postgresql.org/docs/current/runtime-config-logging.html'],
  visits: resources('azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'),
  judge({ resource, node }) {
    const name = node.text('name')?.toLowerCase() ?? '';
    const lost = parameters[name];
    const value = node.get('value');
    if (lost === undefined || value?.text()?.toLowerCase() !== 'off') return;
    return {
      message: lost
        ? `${resource.address} switches ${name} off, so nobody can tell ${lost}: set it to on.`
        : `${resource.address} switches ${name} off, so passwords can be guessed as fast as the server answers: set it to on.`,
      at: value,
      fix: {
        safety: 'safe',
        summary: `set ${name} to on`,
        edits: [{ op: 'replace', node: value, value: 'on' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_postgresql_flexible_server_configuration" "connections" {\n  name      = "log_connections"\n  server_id = var.server_id\n  value     = "off"\n}\n\nvariable "server_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_postgresql_flexible_server_configuration" "connections" {\n  name      = "log_connections"\n  server_id = var.server_id\n  value     = "on"\n}\n\nvariable "server_id" {\n  type = string\n}\n',
  },
});
