import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-without-zone',
  title: 'Machine that is placed nowhere in particular',
  dimension: 'reliability',
  severity: 'low',
  why: 'Machines without a zone may all stand in one datacenter, in one rack even, and Azure then promises less uptime. Give each its zone and spread them, or use a scale set that does.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/reliability/availability-zones-overview'],
  visits: resources(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_virtual_machine',
  ),
  judge({ resource, node }) {
    if (!isProduction(resource)) return;
    const placed = [
      'zone',
      'zones',
      'availability_set_id',
      'virtual_machine_scale_set_id',
      'dedicated_host_id',
    ];
    if (placed.some((name) => node.has(name))) return;
    return {
      message: `${resource.address} may stand in the same rack as all others: set zone, a different one for each of several.`,
      severity: 'medium',
    };
  },
  examples: {
    bad: {
      'envs/prod/main.tf': machine(''),
    },
    good: {
      'envs/prod/main.tf': machine('  zone                  = "1"\n'),
    },
  },
});

function machine(zone: string): string {
  return `resource "azurerm_linux_virtual_machine" "worker" {
  name                  = "worker"
  resource_group_name   = "shop"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "ops"
  network_interface_ids = []
${zone}
  admin_ssh_key {
    username   = "ops"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBexample ops"
  }
}
`;
}
