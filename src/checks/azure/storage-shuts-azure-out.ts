import { accountOf } from '../../graph/azure/storage-accounts.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-shuts-azure-out',
  title: 'Storage account that also shuts out Azure itself',
  dimension: 'functionality',
  severity: 'low',
  why: 'Backup, Monitor, Event Grid and others write to accounts from addresses of their own. Where the rules deny by default and trusted services are not let through, their logs and backups fail, and nobody notices until they are needed.',
  sameAs: [
    'checkov:CKV_AZURE_36',
    'kics:terraform/azure/trusted_microsoft_services_not_enabled',
    'regula:FG_R00208',
    'trivy:AZU-0010',
  ],
  controls: ['cis-azure:3.9'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security-trusted-azure-services',
  ],
  visits: resources('azurerm_storage_account', 'azurerm_storage_account_network_rules'),
  judge({ resource, node }, graph) {
    const rules = resource.type === 'azurerm_storage_account' ? node.get('network_rules') : node;
    if (rules?.text('default_action')?.toLowerCase() !== 'deny') return;
    // left out, services of Azure come through
    const bypass = rules.get('bypass');
    if (!bypass || bypass.list().some((one) => one.text()?.toLowerCase() === 'azureservices')) return;
    const account = resource.type === 'azurerm_storage_account' ? resource : accountOf(graph, resource);
    return {
      message: `Logs and backups that Azure writes to ${account?.address ?? resource.address} are refused: add AzureServices to bypass.`,
      at: bypass,
      fix: {
        safety: 'unsafe',
        summary: 'set bypass to AzureServices beside what is there',
        edits: [
          {
            op: 'replace',
            node: bypass,
            value: [
              ...bypass
                .list()
                .map((one) => one.text() ?? '')
                .filter((one) => !/^none$/i.test(one)),
              'AzureServices',
            ],
          },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account_network_rules" "invoices" {\n  storage_account_id = var.account_id\n  default_action     = "Deny"\n  bypass             = ["None"]\n}\n\nvariable "account_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_storage_account_network_rules" "invoices" {\n  storage_account_id = var.account_id\n  default_action     = "Deny"\n  bypass             = ["AzureServices"]\n}\n\nvariable "account_id" {\n  type = string\n}\n',
  },
});
