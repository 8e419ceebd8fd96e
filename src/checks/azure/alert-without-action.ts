import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/alert-without-action',
  title: 'Alert that tells nobody',
  dimension: 'observability',
  severity: 'medium',
  why: 'An alert without an action group turns red in a portal that nobody looks at. It is worse than none, as everybody believes that the thing is watched.',
  controls: ['soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/alerts/action-groups'],
  visits: resources(
    'azurerm_monitor_metric_alert',
    'azurerm_monitor_activity_log_alert',
    'azurerm_monitor_scheduled_query_rules_alert_v2',
    'azurerm_monitor_smart_detector_alert_rule',
  ),
  judge({ resource, node }, graph) {
    const enabled = node.get('enabled');
    const off = enabled?.flag() === false;
    if (!off && (node.has('action') || node.has('action_group'))) return;
    // rules that process alerts may add the groups for a whole resource group
    if (!off && graph.ofType('azurerm_monitor_alert_processing_rule_action_group').length > 0) return;
    return {
      message: off
        ? `${resource.address} is switched off, so nobody hears of what it watches: set enabled to true, or take it out.`
        : `${resource.address} has no action: it turns red and nobody hears of it. Give it an action group that somebody reads.`,
      at: off ? enabled : node,
      ...(isNonProduction(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_monitor_metric_alert" "cpu" {\n  name                = "cpu"\n  resource_group_name = "shop"\n  scopes              = [var.database_id]\n\n  criteria {\n    metric_namespace = "Microsoft.Sql/servers/databases"\n    metric_name      = "cpu_percent"\n    aggregation      = "Average"\n    operator         = "GreaterThan"\n    threshold        = 90\n  }\n}\n\nvariable "database_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_monitor_metric_alert" "cpu" {\n  name                = "cpu"\n  resource_group_name = "shop"\n  scopes              = [var.database_id]\n\n  criteria {\n    metric_namespace = "Microsoft.Sql/servers/databases"\n    metric_name      = "cpu_percent"\n    aggregation      = "Average"\n    operator         = "GreaterThan"\n    threshold        = 90\n  }\n\n  action {\n    action_group_id = var.on_call_id\n  }\n}\n\nvariable "database_id" {\n  type = string\n}\n\nvariable "on_call_id" {\n  type = string\n}\n',
  },
});
