import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-boot-diagnostics-missing',
  title: 'Machine whose console nobody can see',
  dimension: 'observability',
  severity: 'info',
  why: 'A machine that does not come up after an update can neither be reached over the network nor asked why. Boot diagnostics keep what its console shows, in storage of Azure’s own that costs nothing, and the serial console needs them.',
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/boot-diagnostics'],
  visits: resources(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
  ),
  judge({ resource, node }) {
    if (node.has('boot_diagnostics')) return;
    return {
      message: `Nobody can see why ${resource.address} does not come up: add an empty boot_diagnostics block.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_windows_virtual_machine" "till" {\n  name                  = "till"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  admin_password        = random_password.till.result\n  network_interface_ids = []\n}\n\nresource "random_password" "till" {\n  length = 32\n}\n',
    good: 'resource "azurerm_windows_virtual_machine" "till" {\n  name                  = "till"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  admin_password        = random_password.till.result\n  network_interface_ids = []\n\n  boot_diagnostics {}\n}\n\nresource "random_password" "till" {\n  length = 32\n}\n',
  },
});
