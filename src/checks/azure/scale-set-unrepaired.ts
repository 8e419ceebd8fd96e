import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/scale-set-unrepaired',
  title: 'Scale set that keeps machines that do not work',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without automatic repairs a machine whose application hangs stays in the set, counts as one that works, and is never replaced. With a health probe and repairs it is replaced after some minutes.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-instance-repairs',
  ],
  visits: resources('azurerm_linux_virtual_machine_scale_set', 'azurerm_windows_virtual_machine_scale_set'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const repair = node.get('automatic_instance_repair');
    if (repair && repair.flag('enabled') !== false) return;
    return {
      message: `A machine of ${resource.address} that hangs is never replaced: add automatic_instance_repair, with a health_probe_id or the health extension.`,
      at: repair ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_virtual_machine_scale_set" "workers" {\n  name                = "workers"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Standard_D2s_v5"\n  instances           = 3\n  admin_username      = "ops"\n  zones               = ["1", "2", "3"]\n\n  admin_ssh_key {\n    username   = "ops"\n    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBexample ops"\n  }\n}\n',
    good: 'resource "azurerm_linux_virtual_machine_scale_set" "workers" {\n  name                = "workers"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku                 = "Standard_D2s_v5"\n  instances           = 3\n  admin_username      = "ops"\n  zones               = ["1", "2", "3"]\n  health_probe_id     = var.probe_id\n\n  admin_ssh_key {\n    username   = "ops"\n    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBexample ops"\n  }\n\n  automatic_instance_repair {\n    enabled      = true\n    grace_period = "PT30M"\n  }\n}\n\nvariable "probe_id" {\n  type = string\n}\n',
  },
});
