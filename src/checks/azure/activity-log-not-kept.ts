import { subscriptionRoots, witnessOf } from '../../graph/azure/subscriptions.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/activity-log-not-kept',
  title: 'Subscription whose activity log is gone after 90 days',
  dimension: 'observability',
  severity: 'low',
  why: 'Azure keeps who created, changed and deleted what for 90 days and then drops it. A diagnostic setting at the subscription sends it to a workspace or a storage account, where it stays and can be searched and alerted on.',
  controls: ['cis-azure:5.1.1', 'pci-dss:10.5.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/essentials/activity-log'],
  visits: subscriptionRoots,
  judge(root, graph) {
    if (graph.ofType('azurerm_monitor_log_profile').length > 0) return;
    const settings = graph.ofType('azurerm_monitor_diagnostic_setting');
    if (settings.some(({ body }) => isOfSubscription(body.peek('target_resource_id')?.content))) return;
    const { path } = root.resource.unit;
    return {
      message: `${path === '.' ? 'This root' : path} looks after a subscription, and nothing in the repository keeps its activity log beyond 90 days: add an azurerm_monitor_diagnostic_setting for it.`,
      at: witnessOf(root).body,
    };
  },
  examples: {
    bad: 'provider "azurerm" {\n  features {}\n}\n\nresource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Standard"\n  resource_type = "KeyVaults"\n}\n',
    good: 'provider "azurerm" {\n  features {}\n}\n\ndata "azurerm_subscription" "current" {}\n\nresource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Standard"\n  resource_type = "KeyVaults"\n}\n\nresource "azurerm_monitor_diagnostic_setting" "activity" {\n  name                       = "activity"\n  target_resource_id         = data.azurerm_subscription.current.id\n  log_analytics_workspace_id = var.workspace_id\n\n  enabled_log {\n    category = "Administrative"\n  }\n}\n\nvariable "workspace_id" {\n  type = string\n}\n',
  },
});

/** What cannot be told may be one. */
function isOfSubscription(content: unknown): boolean {
  if (typeof content === 'string') return /^\/subscriptions\/[^/]+\/?$/i.test(content);
  if (!(content instanceof Unknown)) return false;
  return (
    content.references.length === 0 ||
    content.references.some((address) => /azurerm_subscription|client_config|^var\.|\bvar\./.test(address))
  );
}
