import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/redis-patched-anytime',
  title: 'Redis that is patched in the middle of the day',
  dimension: 'reliability',
  severity: 'info',
  why: 'With each patch connections break and one node carries the whole load for a while. Without a schedule Azure chooses the hour; with one it keeps to the hours in which little is asked.',
  sameAs: ['kics:terraform/azure/redis_not_updated_regularly'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-administration'],
  visits: resources('azurerm_redis_cache'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('patch_schedule')) return;
    return {
      message: `${resource.address} is patched whenever Azure likes, also at the busiest hour: add a patch_schedule.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_redis_cache" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  capacity                      = 1\n  family                        = "C"\n  sku_name                      = "Standard"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_redis_cache" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  capacity                      = 1\n  family                        = "C"\n  sku_name                      = "Standard"\n  public_network_access_enabled = false\n\n  patch_schedule {\n    day_of_week    = "Sunday"\n    start_hour_utc = 2\n  }\n}\n',
  },
});
