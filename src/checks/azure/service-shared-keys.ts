import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/service-shared-keys',
  title: 'Service that is opened by a shared key',
  dimension: 'security',
  severity: 'info',
  why: 'A shared key is the same for all who use it, ends up in settings and logs, and hides who did what. Clients in Azure have a managed identity, which needs no key; once all use it, switch keys off.',
  sameAs: [
    'checkov:CKV2_AZURE_40',
    'checkov:CKV_AZURE_184',
    'checkov:CKV_AZURE_192',
    'checkov:CKV_AZURE_195',
    'checkov:CKV_AZURE_203',
    'checkov:CKV_AZURE_236',
  ],
  controls: ['soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/entra/identity/managed-identities-azure-resources/overview'],
  visits: resources(
    'azurerm_app_configuration',
    'azurerm_cognitive_account',
    'azurerm_eventgrid_domain',
    'azurerm_eventgrid_topic',
    'azurerm_eventhub_namespace',
    'azurerm_servicebus_namespace',
    'azurerm_storage_account',
  ),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['shared_access_key_enabled'],
      ['local_auth_enabled'],
      ['local_authentication_enabled'],
    );
    if (setting?.node.flag() === false) return;
    const name =
      resource.type === 'azurerm_storage_account'
        ? 'shared_access_key_enabled'
        : 'local_authentication_enabled';
    return {
      message: `Whoever has a key of ${resource.address} gets in, unseen: let clients use their identities, and then set ${setting?.path[0] ?? name} to false.`,
      at: setting?.node ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_eventgrid_topic" "orders" {\n  name                          = "acme-orders"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_eventgrid_topic" "orders" {\n  name                          = "acme-orders"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  public_network_access_enabled = false\n  local_auth_enabled            = false\n}\n',
  },
});
