import { logsSentFor } from '../../graph/azure/diagnostics.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Services whose own logs are kept nowhere unless a diagnostic setting sends them, and what those tell. Source: Azure Monitor, supported resource log categories. */
const logs: Readonly<Record<string, string>> = {
  azurerm_api_management: 'which calls failed, and why',
  azurerm_application_gateway: 'which requests failed or were refused',
  azurerm_cdn_frontdoor_profile: 'which requests failed or were refused',
  azurerm_container_registry: 'who pushed and pulled what',
  azurerm_cosmosdb_account: 'who read what, and which queries are dear',
  azurerm_firewall: 'what was let through and what was refused',
  azurerm_postgresql_flexible_server: 'who logged in, and which statements were slow',
  azurerm_mysql_flexible_server: 'who logged in, and which statements were slow',
};

export default check({
  id: 'azure/diagnostics-missing',
  title: 'Service whose logs are kept nowhere',
  dimension: 'observability',
  severity: 'low',
  why: 'The service writes down what it does and Azure drops it, unless a diagnostic setting says where to. After an outage or a break-in these logs cannot be asked for any more. They weigh more in production.',
  controls: ['cis-azure:5.4', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/essentials/diagnostic-settings'],
  visits: resources(...Object.keys(logs)),
  judge({ resource }, graph) {
    if (isNonProduction(resource) || logsSentFor(graph, resource).length > 0) return;
    // a policy of Azure may add settings to whatever is made
    if (hasPolicies(graph)) return;
    return {
      message: `Nobody can tell afterwards ${logs[resource.type]} at ${resource.address}: add an azurerm_monitor_diagnostic_setting for it.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_cdn_frontdoor_profile" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  sku_name            = "Premium_AzureFrontDoor"\n}\n',
    good: 'resource "azurerm_cdn_frontdoor_profile" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  sku_name            = "Premium_AzureFrontDoor"\n}\n\nresource "azurerm_monitor_diagnostic_setting" "shop" {\n  name                       = "logs"\n  target_resource_id         = azurerm_cdn_frontdoor_profile.shop.id\n  log_analytics_workspace_id = "/subscriptions/0b1f/workspace"\n\n  enabled_log {\n    category_group = "allLogs"\n  }\n}\n',
  },
});

function hasPolicies(graph: Graph): boolean {
  return graph.derive(hasPolicies, () =>
    [...graph.types].some((type) => /^azurerm_\w*policy_assignment$/.test(type)),
  );
}
