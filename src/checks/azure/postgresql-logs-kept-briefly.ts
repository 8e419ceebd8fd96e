import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Source: CIS Microsoft Azure Foundations Benchmark, 4.3.6. */
const fewestDays = 3;

export default check({
  id: 'azure/postgresql-logs-kept-briefly',
  title: 'PostgreSQL whose logs are soon deleted',
  dimension: 'observability',
  severity: 'low',
  why: 'What happened on Saturday is looked into on Monday, and by then the log of the server is gone. It can keep seven days; a diagnostic setting keeps more elsewhere.',
  sameAs: [
    'checkov:CKV_AZURE_146',
    'kics:terraform/azure/log_retention_is_not_set',
    'kics:terraform/azure/small_postgresql_db_server_log_retention_period',
    'regula:FG_R00337',
  ],
  controls: ['cis-azure:4.3.6', 'pci-dss:10.5.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  visits: resources('azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'),
  judge({ resource, node }) {
    const name = node.text('name')?.toLowerCase();
    const value = node.get('value');
    if (!value) return;
    if (name === 'log_retention' && value.text()?.toLowerCase() === 'off')
      return { message: `${resource.address} keeps no logs: set log_retention to on.`, at: value };
    if (name !== 'log_retention_days' && name !== 'logfiles.retention_days') return;
    const days = value.amount();
    if (days === undefined || days > fewestDays) return;
    return {
      message: `${resource.address} deletes the logs of the server after ${days === 1 ? 'a day' : `${days} days`}: keep them for a week (7).`,
      at: value,
      fix: {
        safety: 'safe',
        summary: `set ${name} to 7`,
        edits: [{ op: 'replace', node: value, value: '7' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_postgresql_flexible_server_configuration" "logs" {\n  name      = "logfiles.retention_days"\n  server_id = var.server_id\n  value     = "1"\n}\n\nvariable "server_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_postgresql_flexible_server_configuration" "logs" {\n  name      = "logfiles.retention_days"\n  server_id = var.server_id\n  value     = "7"\n}\n\nvariable "server_id" {\n  type = string\n}\n',
  },
});
