import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

const categories = ['Action', 'Delete', 'Write'] as const;

/** Source: CIS Microsoft Azure Foundations Benchmark. */
const fewestDays = 365;

export default check({
  id: 'azure/log-profile-incomplete',
  title: 'Activity log that leaves out what matters',
  dimension: 'observability',
  severity: 'low',
  why: 'The activity log says who created, changed and deleted what in the subscription. A profile that leaves out a kind of action or what belongs to no region (global), or deletes it within a year, has no answer when it is asked.',
  sameAs: [
    'checkov:CKV_AZURE_37',
    'checkov:CKV_AZURE_38',
    'kics:terraform/azure/small_activity_log_retention_period',
    'regula:FG_R00340',
    'regula:FG_R00341',
    'regula:FG_R00342',
    'trivy:AZU-0031',
    'trivy:AZU-0032',
    'trivy:AZU-0033',
  ],
  controls: ['cis-azure:5.1.2', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/essentials/activity-log'],
  visits: resources('azurerm_monitor_log_profile'),
  judge({ resource, node }): readonly Fault[] {
    const faults: Fault[] = [];
    const enabled = node.get('retention_policy', 'enabled');
    const days = node.get('retention_policy', 'days');
    const count = days?.amount() ?? 0;
    // without a policy, and with zero days, it is kept for ever
    if (days && enabled?.flag() !== false && count !== 0 && count < fewestDays)
      faults.push({
        message: `${resource.address} deletes the activity log after ${count} days: keep it for a year.`,
        at: days,
        key: 'days',
      });
    const kept = node.list('categories').map((one) => one.text());
    const missing = categories.filter((category) => !kept.includes(category));
    if (missing.length > 0)
      faults.push({
        message: `${resource.address} leaves out ${missing.join(' and ')} of the activity log: list all three categories.`,
        at: node.get('categories') ?? node,
        key: 'categories',
      });
    const places = node.list('locations').map((one) => one.text()?.toLowerCase());
    if (!places.includes('global'))
      faults.push({
        message: `${resource.address} leaves out what belongs to no region, such as roles and policies: add global to locations.`,
        at: node.get('locations') ?? node,
        key: 'locations',
      });
    return faults;
  },
  examples: {
    bad: 'resource "azurerm_monitor_log_profile" "all" {\n  name               = "default"\n  storage_account_id = var.account_id\n  categories         = ["Action", "Write"]\n  locations          = ["westeurope", "global"]\n\n  retention_policy {\n    enabled = true\n    days    = 365\n  }\n}\n\nvariable "account_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_monitor_log_profile" "all" {\n  name               = "default"\n  storage_account_id = var.account_id\n  categories         = ["Action", "Delete", "Write"]\n  locations          = ["westeurope", "global"]\n\n  retention_policy {\n    enabled = true\n    days    = 365\n  }\n}\n\nvariable "account_id" {\n  type = string\n}\n',
  },
});
