import { azurermMajor } from '../../graph/azure/provider-version.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Tiers that Azure has retired, and the day. Source: Azure updates. */
const retired: Readonly<Record<string, string>> = {
  azurerm_public_ip: '30 September 2025',
  azurerm_lb: '30 September 2025',
};

export default check({
  id: 'azure/basic-sku-retired',
  title: 'Address or load balancer of the retired Basic tier',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Azure has retired the Basic tier: new ones are refused, old ones have no support and may be taken away. It also knew no zones and let everything in unless a security group forbade it. Standard takes its place; an address changes its tier only while it is detached.',
  controls: ['cis-azure:5.5', 'soc2:A1.1'],
  sources: [
    'https://azure.microsoft.com/en-us/updates/upgrade-to-standard-sku-public-ip-addresses-in-azure-by-30-september-2025-basic-sku-will-be-retired/',
    'https://azure.microsoft.com/en-us/updates/azure-basic-load-balancer-will-be-retired-on-30-september-2025-upgrade-to-standard-load-balancer/',
  ],
  visits: resources(...Object.keys(retired)),
  judge({ resource, node }, graph) {
    const sku = node.get('sku');
    // Basic was the default up to azurerm 3
    const tier = sku?.text() ?? ((azurermMajor(graph, resource.unit) ?? 4) < 4 ? 'Basic' : 'Standard');
    if (tier.toLowerCase() !== 'basic') return;
    return {
      message: `${resource.address} is of the Basic tier${sku ? '' : ', the default of this azurerm'}, which Azure retired on ${retired[resource.type]}: set sku to Standard${resource.type === 'azurerm_public_ip' ? ' and allocation_method to Static' : ''}.`,
      at: sku ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_public_ip" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n  sku                 = "Basic"\n}\n',
    good: 'resource "azurerm_public_ip" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n  sku                 = "Standard"\n}\n',
  },
});
