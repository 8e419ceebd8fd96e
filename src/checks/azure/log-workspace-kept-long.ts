import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Nearly every question to logs is about the last weeks; audits that ask for a year are served by the archive. */
const mostDays = 180;

export default check({
  id: 'azure/log-workspace-kept-long',
  title: 'Logs kept for long where they are dear',
  dimension: 'cost',
  severity: 'low',
  why: 'Every month beyond the first costs about 10 cents for each gigabyte in a workspace, and a fifth of that in its long-term retention, from where it can still be searched. Keep for years only the tables that an audit asks for.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-retention-configure',
    'https://azure.microsoft.com/en-us/pricing/details/monitor/',
  ],
  visits: resources('azurerm_log_analytics_workspace', 'azurerm_application_insights'),
  judge({ resource, node }) {
    const days = node.get('retention_in_days');
    const count = days?.amount();
    if (!days || count === undefined || count <= mostDays) return;
    return {
      message: `${resource.address} keeps every table for ${count} days at the dear price: keep 90 days, and set total_retention_in_days of an azurerm_log_analytics_workspace_table for those that are needed for longer.`,
      at: days,
    };
  },
  examples: {
    bad: 'resource "azurerm_log_analytics_workspace" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  retention_in_days   = 730\n}\n',
    good: 'resource "azurerm_log_analytics_workspace" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  retention_in_days   = 90\n}\n',
  },
});
