import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

/** Where the administrators of the subscription are told unless they are left out. Source: Terraform azurerm provider, the page of each resource. */
const byDefault = new Set([
  'azurerm_mssql_managed_instance_vulnerability_assessment',
  'azurerm_synapse_workspace_vulnerability_assessment',
]);

export default check({
  id: 'azure/sql-scans-incomplete',
  title: 'Vulnerability scans of a database that nobody gets to see',
  dimension: 'security',
  severity: 'low',
  why: 'The assessment of SQL finds logins without a password policy, firewall rules that are too wide and rights that nobody uses. Without scans that come back by themselves it knows the first day only, and without somebody who is told its report lies in a storage account.',
  sameAs: ['checkov:CKV2_AZURE_3', 'checkov:CKV2_AZURE_4', 'checkov:CKV2_AZURE_46', 'checkov:CKV2_AZURE_5'],
  controls: ['pci-dss:11.3.1', 'soc2:CC7.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/sql-vulnerability-assessment'],
  visits: resources(
    'azurerm_mssql_server_vulnerability_assessment',
    'azurerm_mssql_managed_instance_vulnerability_assessment',
    'azurerm_synapse_workspace_vulnerability_assessment',
  ),
  judge({ resource, node }): readonly Fault[] {
    const scans = node.get('recurring_scans');
    const enabled = scans?.get('enabled');
    if (enabled?.flag() !== true)
      return [
        {
          message: `${resource.address} scans only when somebody asks: set enabled in recurring_scans to true.`,
          at: enabled ?? scans ?? node,
          key: 'recurring',
        },
      ];
    const admins = settingOf(scans!, ['email_subscription_admins_enabled'], ['email_subscription_admins']);
    const tells = admins ? admins.node.flag() === true : byDefault.has(resource.type);
    if (tells || scans!.list('emails').length > 0) return [];
    return [
      {
        message: `Nobody is told what ${resource.address} finds: list emails in recurring_scans, or let the administrators of the subscription know.`,
        at: admins?.node ?? scans!,
        key: 'reports',
      },
    ];
  },
  examples: {
    bad: assessment('enabled = false'),
    good: assessment('enabled                   = true\n    email_subscription_admins = true'),
  },
});

function assessment(scans: string): string {
  return `resource "azurerm_mssql_server_vulnerability_assessment" "orders" {
  server_security_alert_policy_id = "/subscriptions/0b1f/policy"
  storage_container_path          = "https://acmescans.blob.core.windows.net/scans/"

  recurring_scans {
    ${scans}
  }
}
`;
}
