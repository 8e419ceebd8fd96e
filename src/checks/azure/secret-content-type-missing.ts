import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/secret-content-type-missing',
  title: 'Secret that does not say what it is',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'Years later somebody has to change it and cannot tell whether it is a password, a connection string or a certificate, and of what. The content type says so beside the secret and shows in every list.',
  sameAs: [
    'checkov:CKV_AZURE_114',
    'kics:terraform/azure/key_vault_secrets_content_type_undefined',
    'trivy:AZU-0015',
  ],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/secrets/about-secrets'],
  visits: resources('azurerm_key_vault_secret'),
  judge({ resource, node }) {
    const type = node.get('content_type');
    if (type && type.text() !== '') return;
    return {
      message: `${resource.address} does not say what it holds: set content_type, such as "password".`,
      at: type ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_key_vault_secret" "smtp" {\n  name            = "smtp-password"\n  value           = random_password.smtp.result\n  key_vault_id    = "/subscriptions/0b1f/vault"\n  expiration_date = "2027-12-31T00:00:00Z"\n}\n\nresource "random_password" "smtp" {\n  length = 32\n}\n',
    good: 'resource "azurerm_key_vault_secret" "smtp" {\n  name            = "smtp-password"\n  value           = random_password.smtp.result\n  key_vault_id    = "/subscriptions/0b1f/vault"\n  expiration_date = "2027-12-31T00:00:00Z"\n  content_type    = "password"\n}\n\nresource "random_password" "smtp" {\n  length = 32\n}\n',
  },
});
