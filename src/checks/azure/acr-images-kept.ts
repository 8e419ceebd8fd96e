import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/acr-images-kept',
  title: 'Container registry that keeps every image for ever',
  dimension: 'cost',
  severity: 'low',
  why: 'Every build that moves a tag leaves an image behind that nothing names any more. They are paid by the gigabyte, for ever. A retention policy (Premium) or a task that purges takes them away after some days.',
  sameAs: ['checkov:CKV_AZURE_167'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-registry/container-registry-retention-policy'],
  visits: resources('azurerm_container_registry'),
  judge({ resource, node }, graph) {
    const setting = settingOf(
      node,
      ['retention_policy_in_days'],
      ['retention_policy', 'enabled'],
      ['retention_policy'],
    );
    if (setting && setting.node.flag() !== false) return;
    if (companionsOf(graph, resource, 'azurerm_container_registry_task', 'container_registry_id').length > 0)
      return;
    const premium = node.text('sku')?.toLowerCase() === 'premium';
    return {
      message: `${resource.address} keeps images that no tag names any more for ever, and they are paid: ${premium ? 'set retention_policy_in_days' : 'add a task that runs acr purge, or take the Premium tier with retention_policy_in_days'}.`,
      at: setting?.node ?? node,
      ...(!premium && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_container_registry" "shop" {\n  name                = "acmeshop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Premium"\n}\n',
    good: 'resource "azurerm_container_registry" "shop" {\n  name                     = "acmeshop"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  sku                      = "Premium"\n  retention_policy_in_days = 14\n}\n',
  },
});
