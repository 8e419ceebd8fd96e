import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/acr-admin-enabled',
  title: 'Container registry with a shared admin account',
  dimension: 'security',
  severity: 'medium',
  why: 'The admin account is one password that may push and delete everything, is shared by all who use it, and leaves no trace of who did what. Let clusters pull with their managed identity and pipelines push with a role of their own.',
  sameAs: ['checkov:CKV_AZURE_137', 'kics:terraform/azure/admin_user_enabled_for_container_registry'],
  controls: ['pci-dss:8.2.2', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-registry/container-registry-authentication'],
  visits: resources('azurerm_container_registry'),
  judge({ resource, node }) {
    const setting = node.get('admin_enabled');
    if (setting?.flag() !== true) return;
    return {
      message: `${resource.address} has its admin account on, one shared password that may push and delete every image: set admin_enabled to false, and give roles to identities (AcrPull, AcrPush).`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: 'set admin_enabled to false (whoever uses the admin account is refused)',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_container_registry" "shop" {\n  name                = "acmeshop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Premium"\n  admin_enabled       = true\n}\n',
    good: 'resource "azurerm_container_registry" "shop" {\n  name                = "acmeshop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Premium"\n  admin_enabled       = false\n}\n',
  },
});
