import { flagOf } from '../../graph/azure/settings.ts';
import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Plans that can be spread over zones. Source: App Service, reliability: Premium v2 to v4, Isolated v2, Elastic Premium. */
const spreadable = /^(P\d+m?v[234]|I\d+m?v2|EP\d)$/i;

export default check({
  id: 'azure/plan-single-zone',
  title: 'App Service plan in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'All instances of the plan may stand in one datacenter and are gone together with it. Plans of this tier can be spread over the zones of the region at the price of the instances alone. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_225', 'checkov:CKV_AZURE_231'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/reliability/reliability-app-service'],
  visits: resources('azurerm_service_plan', 'azurerm_app_service_plan', 'azurerm_app_service_environment_v3'),
  judge({ resource, node }) {
    const isPlan = resource.type !== 'azurerm_app_service_environment_v3';
    const sku = node.text('sku_name') ?? node.text('sku', 'size') ?? '';
    if (isPlan && !spreadable.test(sku)) return;
    const spread = isPlan
      ? flagOf(node, 'zone_balancing_enabled', 'zone_redundant')
      : flagOf(node, 'zone_redundant');
    if (spread === true) return;
    // a plan of one instance is told to have more first
    const count = node.amount('worker_count') ?? node.amount('sku', 'capacity') ?? 1;
    if (isPlan && count < 2) return;
    const name = isPlan ? 'zone_balancing_enabled' : 'zone_redundant';
    return {
      message: `All instances of ${resource.address} may stand in one datacenter: set ${name} to true, with at least one instance for each zone.`,
      at: node.get(name) ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_service_plan" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  os_type             = "Linux"\n  sku_name            = "P1v3"\n  worker_count        = 3\n}\n',
    good: 'resource "azurerm_service_plan" "shop" {\n  name                   = "shop"\n  resource_group_name    = "shop"\n  location               = "westeurope"\n  os_type                = "Linux"\n  sku_name               = "P1v3"\n  worker_count           = 3\n  zone_balancing_enabled = true\n}\n',
  },
});
