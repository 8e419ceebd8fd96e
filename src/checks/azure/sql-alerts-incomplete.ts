import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/sql-alerts-incomplete',
  title: 'Threat alerts of a database that reach nobody',
  dimension: 'observability',
  severity: 'low',
  why: 'Defender sees injections, guessed passwords and unusual exports, and tells those whose address it has. Switched off, with kinds of threats left out, or with nobody to tell, it sees them in vain.',
  sameAs: [
    'checkov:CKV_AZURE_127',
    'checkov:CKV_AZURE_128',
    'checkov:CKV_AZURE_25',
    'checkov:CKV_AZURE_26',
    'checkov:CKV_AZURE_27',
    'kics:terraform/azure/postgresql_server_threat_detection_policy_disabled',
    'kics:terraform/azure/sql_server_alert_email_disabled',
    'trivy:AZU-0018',
    'trivy:AZU-0023',
    'trivy:AZU-0028',
  ],
  controls: ['pci-dss:10.4.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-configure'],
  visits: resources(
    'azurerm_mssql_server_security_alert_policy',
    'azurerm_mssql_managed_instance_security_alert_policy',
    'azurerm_postgresql_server',
    'azurerm_mysql_server',
  ),
  judge({ resource, node }): readonly Fault[] {
    const apart = resource.type.endsWith('_alert_policy');
    const policy = apart ? node : node.get('threat_detection_policy');
    // without the block nothing is said about it, and Defender may be on for the whole subscription
    if (!policy) return [];
    const state = policy.get('state') ?? policy.get('enabled');
    if (state?.flag() === false || state?.text()?.toLowerCase() === 'disabled')
      return [
        {
          message: `${resource.address} has its threat detection switched off: switch it on.`,
          at: state,
          key: 'state',
        },
      ];
    const faults: Fault[] = [];
    const left = policy.get('disabled_alerts');
    if (left && left.list().length > 0)
      faults.push({
        message: `${resource.address} leaves out kinds of threats (${left
          .list()
          .map((one) => one.text())
          .join(', ')}): take disabled_alerts out.`,
        at: left,
        key: 'disabled_alerts',
      });
    const admins = settingOf(policy, ['email_account_admins_enabled'], ['email_account_admins']);
    const tells = admins?.node.flag() === true || policy.list('email_addresses').length > 0;
    if (!tells)
      faults.push({
        message: `Nobody is told what ${resource.address} finds: set ${admins?.path[0] ?? 'email_account_admins_enabled'} to true, or list email_addresses.`,
        at: admins?.node ?? policy,
        key: 'email',
      });
    return faults;
  },
  examples: {
    bad: 'resource "azurerm_mssql_server_security_alert_policy" "orders" {\n  resource_group_name = "shop"\n  server_name         = "acme-orders"\n  state               = "Enabled"\n  disabled_alerts     = ["Sql_Injection"]\n}\n',
    good: 'resource "azurerm_mssql_server_security_alert_policy" "orders" {\n  resource_group_name  = "shop"\n  server_name          = "acme-orders"\n  state                = "Enabled"\n  email_account_admins = true\n}\n',
  },
});
