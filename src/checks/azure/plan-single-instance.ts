import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Plans that grow by themselves, or that have no instances to count. */
const elastic = /^(Y1|FC1|EP\d|WS\d|F1|D1)/i;

export default check({
  id: 'azure/plan-single-instance',
  title: 'App Service plan with a single instance',
  dimension: 'reliability',
  severity: 'low',
  why: 'Azure moves and patches the machine below an instance every few weeks, and with one instance every application of the plan restarts cold each time. Two keep serving, three can be spread over the zones. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_212'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/reliability/reliability-app-service'],
  visits: resources('azurerm_service_plan', 'azurerm_app_service_plan'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    const sku = node.text('sku_name') ?? node.text('sku', 'size') ?? '';
    if (elastic.test(sku)) return;
    const count = node.get('worker_count') ?? node.get('sku', 'capacity');
    if ((count?.amount() ?? 1) > 1) return;
    if (graph.to(resource).some(({ from }) => from.type === 'azurerm_monitor_autoscale_setting')) return;
    return {
      message: `Every application of ${resource.address} restarts whenever Azure patches its one machine: set worker_count to 2, or to 3 with zone_balancing_enabled.`,
      at: count ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_service_plan" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  os_type             = "Linux"\n  sku_name            = "P1v3"\n}\n',
    good: 'resource "azurerm_service_plan" "shop" {\n  name                   = "shop"\n  resource_group_name    = "shop"\n  location               = "westeurope"\n  os_type                = "Linux"\n  sku_name               = "P1v3"\n  worker_count           = 3\n  zone_balancing_enabled = true\n}\n',
  },
});
