import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/api-management-single-unit',
  title: 'API gateway made for trials',
  dimension: 'reliability',
  severity: 'low',
  why: 'The Developer tier is one machine without any promised uptime, and is down for an hour with each update. Basic and larger have a promise, Premium spreads over zones. It weighs more in production.',
  controls: ['cis-azure:5.5', 'soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/api-management/api-management-features'],
  visits: resources('azurerm_api_management'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const sku = node.get('sku_name');
    if (!sku || !/^Developer_/i.test(sku.text() ?? '')) return;
    return {
      message: `${resource.address} is of the Developer tier, one machine without a promised uptime: take Basic or larger.`,
      at: sku,
      ...(isProduction(resource) && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_api_management" "shop" {\n  name                = "acme-shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  publisher_name      = "Acme"\n  publisher_email     = "api@example.com"\n  sku_name            = "Developer_1"\n}\n',
    good: 'resource "azurerm_api_management" "shop" {\n  name                = "acme-shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  publisher_name      = "Acme"\n  publisher_email     = "api@example.com"\n  sku_name            = "Standard_1"\n}\n',
  },
});
