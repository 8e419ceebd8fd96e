import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Break-ins are noticed after months. Source: CIS Microsoft Azure Foundations Benchmark, 6.5. */
const fewestDays = 90;

export default check({
  id: 'azure/flow-log-incomplete',
  title: 'Flow log that is off, or soon deleted',
  dimension: 'observability',
  severity: 'low',
  why: 'After a break-in the first question is who talked to whom, and it is asked months later. A flow log that is switched off or deleted after a week has no answer. Zero days keep it for ever.',
  sameAs: [
    'checkov:CKV_AZURE_12',
    'kics:terraform/azure/network_watcher_flow_disabled',
    'kics:terraform/azure/small_flow_logs_retention_period',
    'regula:FG_R00286',
    'trivy:AZU-0049',
    'trivy:AZU-0073',
  ],
  controls: ['cis-azure:6.5', 'pci-dss:10.5.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview'],
  visits: resources('azurerm_network_watcher_flow_log'),
  judge({ resource, node }) {
    const enabled = node.get('enabled');
    if (enabled?.flag() === false)
      return {
        message: `${resource.address} is switched off: set enabled to true.`,
        at: enabled,
        key: 'enabled',
        fix: {
          safety: 'unsafe',
          summary: 'set enabled to true (what is logged is paid)',
          edits: [{ op: 'replace', node: enabled, value: true }],
        },
      };
    // with retention off nothing is ever deleted
    if (node.flag('retention_policy', 'enabled') === false) return;
    const days = node.get('retention_policy', 'days');
    const count = days?.amount();
    if (!days || count === undefined || count === 0 || count >= fewestDays) return;
    return {
      message: `${resource.address} is deleted after ${count} days, before most break-ins are noticed: keep it for ${fewestDays} at least.`,
      at: days,
      key: 'days',
      fix: {
        safety: 'unsafe',
        summary: `set days to ${fewestDays} (more storage is paid)`,
        edits: [{ op: 'replace', node: days, value: fewestDays }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_network_watcher_flow_log" "shop" {\n  name                 = "shop"\n  network_watcher_name = "watcher"\n  resource_group_name  = "shop"\n  target_resource_id   = var.network_id\n  storage_account_id   = var.account_id\n  enabled              = true\n\n  retention_policy {\n    enabled = true\n    days    = 7\n  }\n}\n\nvariable "network_id" {\n  type = string\n}\n\nvariable "account_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_network_watcher_flow_log" "shop" {\n  name                 = "shop"\n  network_watcher_name = "watcher"\n  resource_group_name  = "shop"\n  target_resource_id   = var.network_id\n  storage_account_id   = var.account_id\n  enabled              = true\n\n  retention_policy {\n    enabled = true\n    days    = 90\n  }\n}\n\nvariable "network_id" {\n  type = string\n}\n\nvariable "account_id" {\n  type = string\n}\n',
  },
});
