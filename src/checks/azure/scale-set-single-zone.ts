import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/scale-set-single-zone',
  title: 'Scale set in a single zone, or in none',
  dimension: 'reliability',
  severity: 'low',
  why: 'All machines of the set may stand in one datacenter and are lost together with it, however many there are. Zones cost nothing and are chosen when the set is made. It weighs more in production.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-use-availability-zones',
  ],
  visits: resources(
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
    'azurerm_orchestrated_virtual_machine_scale_set',
    'azurerm_virtual_machine_scale_set',
  ),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const zones = node.get('zones');
    if (zones && zones.list().length > 1) return;
    return {
      message: `All machines of ${resource.address} may stand in one datacenter: set zones to ["1", "2", "3"].`,
      at: zones ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_orchestrated_virtual_machine_scale_set" "workers" {\n  name                        = "workers"\n  resource_group_name         = "shop"\n  location                    = "westeurope"\n  platform_fault_domain_count = 1\n}\n',
    good: 'resource "azurerm_orchestrated_virtual_machine_scale_set" "workers" {\n  name                        = "workers"\n  resource_group_name         = "shop"\n  location                    = "westeurope"\n  platform_fault_domain_count = 1\n  zones                       = ["1", "2", "3"]\n}\n',
  },
});
