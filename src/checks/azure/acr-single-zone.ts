import { azurermMajor } from '../../graph/azure/provider-version.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/acr-single-zone',
  title: 'Container registry in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'While the registry is down no pod can start on a new node, and that is the moment when many have to: a zone that is lost takes nodes and images together. A Premium registry spreads over zones for nothing, and over regions for a price. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_165', 'checkov:CKV_AZURE_233'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-registry/zone-redundancy'],
  visits: resources('azurerm_container_registry'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || node.text('sku')?.toLowerCase() !== 'premium') return;
    if (node.has('georeplications') || node.has('georeplication_locations')) return;
    const setting = node.get('zone_redundancy_enabled');
    if (setting?.flag() === true || (azurermMajor(graph, resource.unit) ?? 4) < 3) return;
    return {
      message: `${resource.address} is in one zone, and nothing new can start while that is down: set zone_redundancy_enabled to true.`,
      at: setting ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'set zone_redundancy_enabled to true (replaces a registry that is there already)',
        edits: [{ op: 'set', in: node, path: ['zone_redundancy_enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_container_registry" "shop" {\n  name                = "acmeshop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Premium"\n}\n',
    good: 'resource "azurerm_container_registry" "shop" {\n  name                    = "acmeshop"\n  resource_group_name     = "shop"\n  location                = "westeurope"\n  sku                     = "Premium"\n  zone_redundancy_enabled = true\n}\n',
  },
});
