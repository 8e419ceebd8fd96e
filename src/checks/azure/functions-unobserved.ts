import { functionApps } from '../../graph/azure/apps.ts';
import { logsSentFor } from '../../graph/azure/diagnostics.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/functions-unobserved',
  title: 'Function app that nobody can look into',
  dimension: 'observability',
  severity: 'low',
  why: 'A function fails where nobody sees it: a queue fills up, or an event is dropped after some tries. Only Application Insights, or a diagnostic setting, keeps what it wrote and which of its calls failed.',
  controls: ['cis-azure:5.3.1', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-functions/functions-monitoring'],
  visits: resources(...functionApps),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || isConnected(node) || logsSentFor(graph, resource).length > 0) return;
    return {
      message: `Nobody can tell which calls of ${resource.address} failed, or why: set application_insights_connection_string in site_config, or add an azurerm_monitor_diagnostic_setting.`,
      at: node.get('site_config') ?? node,
    };
  },
  examples: {
    bad: app(''),
    good: app(
      'application_insights_connection_string = azurerm_application_insights.mail.connection_string\n    ',
    ),
  },
});

const settings = /^(APPLICATIONINSIGHTS_CONNECTION_STRING|APPINSIGHTS_INSTRUMENTATIONKEY)$/;

function isConnected(node: Node): boolean {
  return (
    node.has('site_config', 'application_insights_connection_string') ||
    node.has('site_config', 'application_insights_key') ||
    (node.get('app_settings')?.entries() ?? []).some(([name]) => settings.test(name))
  );
}

function app(insights: string): string {
  return `resource "azurerm_linux_function_app" "mail" {
  name                = "acme-mail"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/0b1f/plan"
  https_only          = true

  site_config {
    ${insights}http2_enabled = true
  }
}

resource "azurerm_application_insights" "mail" {
  name                = "acme-mail"
  resource_group_name = "shop"
  location            = "westeurope"
  application_type    = "web"
}
`;
}
