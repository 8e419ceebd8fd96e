import { everyApp, kindOf } from '../../graph/azure/apps.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-identity-missing',
  title: 'Application that logs in with keys for want of an identity',
  dimension: 'security',
  severity: 'low',
  why: 'Without a managed identity the application needs a key or password for its storage and databases, which stands in the state, is never changed, and works for whoever copies it. An identity costs nothing and needs no secret.',
  sameAs: [
    'checkov:CKV_AZURE_16',
    'checkov:CKV_AZURE_71',
    'kics:terraform/azure/app_service_managed_identity_disabled',
    'kics:terraform/azure/function_app_managed_identity_disabled',
    'regula:FG_R00452',
    'trivy:AZU-0002',
  ],
  controls: ['cis-azure:9.4', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/overview-managed-identity'],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    if (node.has('identity')) return;
    const key = settingOf(node, ['storage_account_access_key'], ['connection_string'], ['storage_account']);
    // what uses neither storage nor database has nothing to log in to
    if (!key) return;
    return {
      message: `The ${kindOf(resource.type)} ${resource.address} logs in with a key (${key.path[0]}) for want of an identity: add identity with type SystemAssigned, give it the roles, and take the key out.`,
      at: key.node,
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_function_app" "mail" {\n  name                       = "acme-mail"\n  resource_group_name        = "shop"\n  location                   = "westeurope"\n  service_plan_id            = "/subscriptions/0b1f/plan"\n  https_only                 = true\n  storage_account_name       = azurerm_storage_account.mail.name\n  storage_account_access_key = azurerm_storage_account.mail.primary_access_key\n\n  site_config {}\n}\n\nresource "azurerm_storage_account" "mail" {\n  name                     = "acmemailfunc"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "LRS"\n}\n',
    good: 'resource "azurerm_linux_function_app" "mail" {\n  name                          = "acme-mail"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  service_plan_id               = "/subscriptions/0b1f/plan"\n  https_only                    = true\n  storage_account_name          = "acmemailfunc"\n  storage_uses_managed_identity = true\n\n  identity {\n    type = "SystemAssigned"\n  }\n\n  site_config {}\n}\n',
  },
});
