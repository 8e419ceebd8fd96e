import { flagOf } from '../../graph/azure/settings.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/cosmos-single-region',
  title: 'Cosmos DB that is down with one zone or region',
  dimension: 'reliability',
  severity: 'low',
  why: 'An account in one region that is not spread over zones is down with a datacenter. With several regions and automatic failover off, somebody has to get up at night to switch. It weighs more in production.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/reliability/reliability-cosmos-db-nosql'],
  visits: resources('azurerm_cosmosdb_account'),
  judge({ resource, node }): Fault | undefined {
    if (isNonProduction(resource)) return;
    const places = node.list('geo_location');
    const weight = isProduction(resource) ? ({ severity: 'medium' } as const) : {};
    const [only] = places;
    if (places.length === 1 && only) {
      // serverless accounts have one region, and zones of their own
      if (node.list('capabilities').some((one) => one.text('name') === 'EnableServerless')) return;
      if (only.flag('zone_redundant') === true) return;
      return {
        message: `${resource.address} lives in one datacenter: set zone_redundant in geo_location to true, or add a region.`,
        at: only,
        ...weight,
      };
    }
    const writesEverywhere = flagOf(
      node,
      'multiple_write_locations_enabled',
      'enable_multiple_write_locations',
    );
    const failsOver = flagOf(node, 'automatic_failover_enabled', 'enable_automatic_failover');
    if (places.length < 2 || writesEverywhere === true || failsOver === true) return;
    return {
      message: `${resource.address} has ${places.length} regions, and nothing switches to the others when the first is down: set automatic_failover_enabled to true.`,
      ...weight,
    };
  },
  examples: {
    bad: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  offer_type                    = "Standard"\n  public_network_access_enabled = false\n\n  geo_location {\n    location          = "westeurope"\n    failover_priority = 0\n  }\n}\n',
    good: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  offer_type                    = "Standard"\n  public_network_access_enabled = false\n\n  geo_location {\n    location          = "westeurope"\n    failover_priority = 0\n    zone_redundant    = true\n  }\n}\n',
  },
});
