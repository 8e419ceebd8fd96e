import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/redis-without-replica',
  title: 'Redis on a single node',
  dimension: 'reliability',
  severity: 'low',
  why: 'A Basic cache is one machine without any promise: with each of its monthly patches it is down for minutes and comes back empty, and then everything behind it is asked at once. Standard has a replica that takes over. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_230'],
  controls: ['cis-azure:5.5', 'soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-high-availability'],
  visits: resources('azurerm_redis_cache'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const sku = node.get('sku_name');
    if (sku?.text()?.toLowerCase() !== 'basic') return;
    return {
      message: `${resource.address} is one machine, down and then empty with every patch: set sku_name to Standard.`,
      at: sku,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_redis_cache" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  capacity                      = 1\n  family                        = "C"\n  sku_name                      = "Basic"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_redis_cache" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  capacity                      = 1\n  family                        = "C"\n  sku_name                      = "Standard"\n  public_network_access_enabled = false\n}\n',
  },
});
