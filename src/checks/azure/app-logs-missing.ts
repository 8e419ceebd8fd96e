import { webApps } from '../../graph/azure/apps.ts';
import { logsSentFor } from '../../graph/azure/diagnostics.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-logs-missing',
  title: 'Web application whose requests are not logged',
  dimension: 'observability',
  severity: 'low',
  why: 'Which requests failed, for whom and since when can only be told from logs, and App Service keeps none by itself. A logs block keeps some on the application, a diagnostic setting sends them to where they can be searched.',
  sameAs: ['checkov:CKV_AZURE_63', 'checkov:CKV_AZURE_65', 'checkov:CKV_AZURE_66'],
  controls: ['cis-azure:5.1.6', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/troubleshoot-diagnostic-logs'],
  visits: resources(...webApps),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    if (node.has('logs', 'http_logs') || logsSentFor(graph, resource).length > 0) return;
    // the agent of Application Insights sends every request
    const settings = node.get('app_settings');
    if (
      settings
        ?.entries()
        .some(([name]) =>
          /^(APPLICATIONINSIGHTS_CONNECTION_STRING|APPINSIGHTS_INSTRUMENTATIONKEY)$/.test(name),
        )
    )
      return;
    return {
      message: `Nobody can tell afterwards which requests of ${resource.address} failed: add logs with http_logs, or an azurerm_monitor_diagnostic_setting for it.`,
      at: node.get('logs') ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {}\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {}\n\n  logs {\n    http_logs {\n      file_system {\n        retention_in_days = 30\n        retention_in_mb   = 35\n      }\n    }\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
