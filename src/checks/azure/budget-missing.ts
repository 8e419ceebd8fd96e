import { subscriptionRoots, witnessOf } from '../../graph/azure/subscriptions.ts';
import { check } from '../check.ts';

const budgets = [
  'azurerm_consumption_budget_subscription',
  'azurerm_consumption_budget_management_group',
  'azurerm_consumption_budget_resource_group',
  'azurerm_cost_anomaly_alert',
];

export default check({
  id: 'azure/budget-missing',
  title: 'Subscription without a budget',
  dimension: 'cost',
  severity: 'info',
  why: 'A forgotten cluster or a leaked key that mines coins shows on the bill a month later. A budget with a notification, or the alert on anomalies, tells within a day, and both are free.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-acm-create-budgets',
  ],
  visits: subscriptionRoots,
  judge(root, graph) {
    if (budgets.some((type) => graph.ofType(type).length > 0)) return;
    const { path } = root.resource.unit;
    return {
      message: `${path === '.' ? 'This root' : path} looks after a subscription, and nothing in the repository tells when it costs more than expected: add an azurerm_consumption_budget_subscription with a notification.`,
      at: witnessOf(root).body,
    };
  },
  examples: {
    bad: 'provider "azurerm" {\n  features {}\n}\n\nresource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Standard"\n  resource_type = "KeyVaults"\n}\n',
    good: 'provider "azurerm" {\n  features {}\n}\n\nresource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Standard"\n  resource_type = "KeyVaults"\n}\n\nresource "azurerm_consumption_budget_subscription" "monthly" {\n  name            = "monthly"\n  subscription_id = "/subscriptions/00000000-0000-0000-0000-000000000001"\n  amount          = 5000\n  time_grain      = "Monthly"\n\n  time_period {\n    start_date = "2026-01-01T00:00:00Z"\n  }\n\n  notification {\n    operator       = "GreaterThan"\n    threshold      = 80\n    contact_emails = ["finops@example.com"]\n  }\n}\n',
  },
});
