import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/key-without-expiry',
  title: 'Key or secret that never expires',
  dimension: 'security',
  severity: 'low',
  why: 'Without a date nobody is reminded to change it, and a copy that was taken years ago still opens the door. With one, the vault tells before it is due, and a rotation policy renews keys by itself.',
  sameAs: [
    'checkov:CKV_AZURE_40',
    'checkov:CKV_AZURE_41',
    'kics:terraform/azure/key_expiration_not_set',
    'kics:terraform/azure/secret_expiration_not_set',
    'regula:FG_R00451',
    'trivy:AZU-0014',
    'trivy:AZU-0017',
  ],
  controls: [
    'cis-azure:8.1',
    'cis-azure:8.3',
    'cis-azure:8.2',
    'cis-azure:8.4',
    'pci-dss:3.7.4',
    'soc2:CC6.1',
  ],
  sources: [
    'https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation',
    'https://learn.microsoft.com/en-us/azure/key-vault/general/event-grid-overview',
  ],
  visits: resources('azurerm_key_vault_key', 'azurerm_key_vault_secret'),
  judge({ resource, node }) {
    if (node.has('expiration_date') || node.has('rotation_policy')) return;
    const isKey = resource.type === 'azurerm_key_vault_key';
    return {
      message: `${resource.address} never expires, so nobody is reminded to change it: ${isKey ? 'give it a rotation_policy, or an expiration_date' : 'give it an expiration_date'}.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_key_vault_secret" "smtp" {\n  name         = "smtp-password"\n  value        = var.smtp_password\n  key_vault_id = var.vault_id\n}\n\nvariable "smtp_password" {\n  type      = string\n  sensitive = true\n}\n\nvariable "vault_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_key_vault_secret" "smtp" {\n  name            = "smtp-password"\n  value           = var.smtp_password\n  key_vault_id    = var.vault_id\n  expiration_date = "2027-12-31T00:00:00Z"\n}\n\nvariable "smtp_password" {\n  type      = string\n  sensitive = true\n}\n\nvariable "vault_id" {\n  type = string\n}\n',
  },
});
