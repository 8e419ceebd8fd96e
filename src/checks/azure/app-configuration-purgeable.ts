import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-configuration-purgeable',
  title: 'Configuration store that can be deleted for good',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'A deleted store is kept for some days and can be brought back, unless somebody purges it: then the settings and feature flags of every application that reads it are gone. Purge protection makes everybody wait out the days, and an attacker too.',
  sameAs: ['checkov:CKV_AZURE_187'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/concept-soft-delete'],
  visits: resources('azurerm_app_configuration'),
  judge({ resource, node }) {
    // only these tiers keep what is deleted
    if (!/^(standard|premium)$/i.test(node.text('sku') ?? '') || isNonProduction(resource)) return;
    const setting = node.get('purge_protection_enabled');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} may be purged as soon as it is deleted, and its settings with it: set purge_protection_enabled to true.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set purge_protection_enabled to true (it cannot be switched off again)',
        edits: [{ op: 'set', in: node, path: ['purge_protection_enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_app_configuration" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "standard"\n}\n',
    good: 'resource "azurerm_app_configuration" "shop" {\n  name                     = "acme-shop"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  sku                      = "standard"\n  purge_protection_enabled = true\n}\n',
  },
});
