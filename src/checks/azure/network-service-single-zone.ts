import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/network-service-single-zone',
  title: 'Way into the network that is down with one zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'Everything comes through the gateway or firewall, so it should not depend on one datacenter that what stands behind it survives. Zones cost nothing and are chosen when it is made. It weighs more in production.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/reliability/reliability-application-gateway-v2',
    'https://learn.microsoft.com/en-us/azure/firewall/deploy-availability-zone-powershell',
  ],
  visits: resources('azurerm_application_gateway', 'azurerm_firewall', 'azurerm_virtual_network_gateway'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const weight = isProduction(resource) ? ({ severity: 'medium' } as const) : {};
    if (resource.type === 'azurerm_virtual_network_gateway') {
      const sku = node.get('sku');
      if (!sku || /AZ$|^ErGwScale$/i.test(sku.text() ?? '')) return;
      return {
        message: `${resource.address} is of the size ${sku.text()}, which lives in one zone: take one that ends in AZ.`,
        at: sku,
        ...weight,
      };
    }
    // the first generation of gateways knows no zones
    if (resource.type === 'azurerm_application_gateway' && !/_v2$/i.test(node.text('sku', 'tier') ?? ''))
      return;
    const zones = node.get('zones');
    if (zones && zones.list().length > 1) return;
    return {
      message: `${resource.address} is down, with all that comes through it, when one datacenter is: set zones to ["1", "2", "3"] when it is made.`,
      at: zones ?? node,
      ...weight,
    };
  },
  examples: {
    bad: 'resource "azurerm_firewall" "hub" {\n  name                = "hub"\n  location            = "westeurope"\n  resource_group_name = "hub"\n  sku_name            = "AZFW_VNet"\n  sku_tier            = "Standard"\n  firewall_policy_id  = var.policy_id\n}\n\nvariable "policy_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_firewall" "hub" {\n  name                = "hub"\n  location            = "westeurope"\n  resource_group_name = "hub"\n  sku_name            = "AZFW_VNet"\n  sku_tier            = "Standard"\n  firewall_policy_id  = var.policy_id\n  zones               = ["1", "2", "3"]\n}\n\nvariable "policy_id" {\n  type = string\n}\n',
  },
});
