import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/gateway-single-instance',
  title: 'Gateway with a single instance',
  dimension: 'reliability',
  severity: 'medium',
  why: 'With one instance everything behind the gateway is unreachable for minutes whenever it is patched or lost. Two keep serving; autoscaling with a minimum of two also follows the load.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/application-gateway/application-gateway-autoscaling-zone-redundant',
  ],
  visits: resources('azurerm_application_gateway'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('autoscale_configuration')) return;
    const capacity = node.get('sku', 'capacity');
    if (capacity?.amount() !== 1) return;
    return {
      message: `Everything behind ${resource.address} is unreachable whenever its one instance is patched: set capacity to 2, or add autoscale_configuration.`,
      at: capacity,
      ...(isProduction(resource) && { severity: 'high' }),
      fix: {
        safety: 'unsafe',
        summary: 'set capacity to 2 (costs a second instance)',
        edits: [{ op: 'replace', node: capacity, value: 2 }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  zones               = ["1", "2", "3"]\n\n  sku {\n    name     = "WAF_v2"\n    tier     = "WAF_v2"\n    capacity = 1\n  }\n}\n',
    good: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  zones               = ["1", "2", "3"]\n\n  sku {\n    name     = "WAF_v2"\n    tier     = "WAF_v2"\n    capacity = 2\n  }\n}\n',
  },
});
