import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/search-without-replicas',
  title: 'Search service without replicas',
  dimension: 'reliability',
  severity: 'low',
  why: 'Microsoft promises an uptime for queries from two replicas on, and for indexing from three; one is down while it is patched. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_208', 'checkov:CKV_AZURE_209'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/search/search-reliability'],
  visits: resources('azurerm_search_service'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.text('sku')?.toLowerCase() === 'free') return;
    const count = node.get('replica_count');
    if ((count?.amount() ?? 1) > 1) return;
    return {
      message: `Searches on ${resource.address} fail while its one replica is patched: set replica_count to 2, or to 3 where it is written to all the time.`,
      at: count ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_search_service" "shop" {\n  name                          = "acme-shop"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  sku                           = "standard"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_search_service" "shop" {\n  name                          = "acme-shop"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  sku                           = "standard"\n  public_network_access_enabled = false\n  replica_count                 = 3\n}\n',
  },
});
