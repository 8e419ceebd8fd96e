import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-free-tier',
  title: 'Kubernetes control plane without an agreed uptime',
  dimension: 'reliability',
  severity: 'low',
  why: 'In the Free tier the API server may be down for as long as it takes, is not made for more than ten nodes, and nobody owes anything. Standard promises 99.95 percent with zones for about 73 USD a month. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_170'],
  controls: ['soc2:A1.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/free-standard-pricing-tiers'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const tier = node.get('sku_tier');
    if (tier && tier.text()?.toLowerCase() !== 'free') return;
    return {
      message: `Nobody promises that the API server of ${resource.address} is up, as it is in the Free tier: set sku_tier to Standard.`,
      at: tier ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'set sku_tier to Standard (costs about 73 USD a month)',
        edits: [{ op: 'set', in: node, path: ['sku_tier'], value: 'Standard' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n  sku_tier            = "Standard"\n}\n',
  },
});
