import { resources } from '../../graph/selector.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/acr-anonymous-pull',
  title: 'Container registry that everybody may pull from',
  dimension: 'security',
  severity: 'high',
  why: 'Everybody on the internet can list and pull every image, with the code, the addresses and now and then the credentials in it. Publish what is meant for all in a registry of its own.',
  sameAs: ['checkov:CKV_AZURE_138'],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-registry/anonymous-pull-access'],
  visits: resources('azurerm_container_registry'),
  judge({ resource, node }) {
    const setting = node.get('anonymous_pull_enabled');
    if (setting?.flag() !== true) return;
    // a registry of the Basic tier has no such thing, and the provider refuses it
    const tier = node.peek('sku')?.content;
    if (typeof tier === 'string' ? /^basic$/i.test(tier) : !(tier instanceof Unknown)) return;
    return {
      message: `Everybody on the internet may pull every image of ${resource.address}: set anonymous_pull_enabled to false.`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: 'set anonymous_pull_enabled to false (who pulls without a login is refused)',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_container_registry" "shop" {\n  name                   = "acmeshop"\n  resource_group_name    = "shop"\n  location               = "westeurope"\n  sku                    = "Premium"\n  anonymous_pull_enabled = true\n}\n',
    good: 'resource "azurerm_container_registry" "shop" {\n  name                   = "acmeshop"\n  resource_group_name    = "shop"\n  location               = "westeurope"\n  sku                    = "Premium"\n  anonymous_pull_enabled = false\n}\n',
  },
});
