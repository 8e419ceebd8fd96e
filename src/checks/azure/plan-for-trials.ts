import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/plan-for-trials',
  title: 'App Service plan that is made for trials',
  dimension: 'reliability',
  severity: 'low',
  why: 'Free and Shared plans share their machine with strangers, stop after a quota of minutes a day, take no certificate of your own and promise no uptime. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_211'],
  controls: ['cis-azure:5.5', 'soc2:A1.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/overview-hosting-plans'],
  visits: resources('azurerm_service_plan', 'azurerm_app_service_plan'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const sku = node.get('sku_name') ?? node.get('sku', 'size');
    if (!sku || !/^(F1|D1)$/i.test(sku.text() ?? '')) return;
    return {
      message: `${resource.address} is of the ${/^f/i.test(sku.text()!) ? 'Free' : 'Shared'} tier, which stops after a quota of minutes a day: take B1 or larger.`,
      at: sku,
      ...(isProduction(resource) && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_service_plan" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  os_type             = "Windows"\n  sku_name            = "F1"\n}\n',
    good: 'resource "azurerm_service_plan" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  os_type             = "Windows"\n  sku_name            = "P0v3"\n}\n',
  },
});
