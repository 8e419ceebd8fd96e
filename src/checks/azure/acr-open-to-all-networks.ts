import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/acr-open-to-all-networks',
  title: 'Container registry that every network reaches',
  dimension: 'security',
  severity: 'low',
  why: 'A token that may push, once stolen, puts an image of the thief’s into your clusters from anywhere. A private endpoint lets in your own networks only; it takes the Premium tier, so weigh it against who may push.',
  sameAs: ['checkov:CKV_AZURE_139'],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-registry/container-registry-private-link'],
  visits: resources('azurerm_container_registry'),
  judge({ resource, node }) {
    const setting = node.get('public_network_access_enabled');
    if (setting?.flag() === false) return;
    if (node.text('network_rule_set', 'default_action')?.toLowerCase() === 'deny') return;
    const tier = node.text('sku');
    const premium = tier?.toLowerCase() === 'premium';
    return {
      message: `${resource.address} answers every network, so a stolen token works from anywhere: set public_network_access_enabled to false and add a private endpoint${premium ? '' : ', which takes the Premium tier'}.`,
      at: setting ?? node,
      ...(premium && {
        fix: {
          safety: 'unsafe',
          summary: 'set public_network_access_enabled to false (clients need a private endpoint)',
          edits: [{ op: 'set', in: node, path: ['public_network_access_enabled'], value: false }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "azurerm_container_registry" "shop" {\n  name                = "acmeshop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Premium"\n}\n',
    good: 'resource "azurerm_container_registry" "shop" {\n  name                          = "acmeshop"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  sku                           = "Premium"\n  public_network_access_enabled = false\n}\n',
  },
});
