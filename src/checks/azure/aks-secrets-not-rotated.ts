import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-secrets-not-rotated',
  title: 'Secrets from Key Vault that are read only once',
  dimension: 'security',
  severity: 'low',
  why: 'The driver that mounts secrets of Key Vault reads them when a pod starts and never again unless rotation is on. A password that is changed in the vault, since the old one leaked, is then still the old one in every running pod, or the pod fails.',
  sameAs: ['checkov:CKV_AZURE_172'],
  controls: ['soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/csi-secrets-store-configuration-options'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const provider = node.get('key_vault_secrets_provider');
    if (!provider) return;
    const setting = provider.get('secret_rotation_enabled');
    if (setting?.flag() === true) return;
    return {
      message: `Pods of ${resource.address} keep the secrets that they started with, whatever changes in Key Vault: set secret_rotation_enabled to true.`,
      at: setting ?? provider,
      fix: {
        safety: 'safe',
        summary: 'set secret_rotation_enabled to true',
        edits: [
          {
            op: 'set',
            in: node,
            path: ['key_vault_secrets_provider', 'secret_rotation_enabled'],
            value: true,
          },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  key_vault_secrets_provider {\n    secret_rotation_enabled = false\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  key_vault_secrets_provider {\n    secret_rotation_enabled = true\n  }\n}\n',
  },
});
