import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-agent-off',
  title: 'Machine that Azure cannot look after',
  dimension: 'reliability',
  severity: 'low',
  why: 'Backup, patching, extensions and the way back in after a lost key all work through the agent. Without it a machine can only be restarted, and it cannot be added later without replacing it.',
  sameAs: ['checkov:CKV_AZURE_179'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/extensions/agent-linux'],
  visits: resources(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
  ),
  judge({ resource, node }) {
    const setting = node.get('provision_vm_agent');
    if (setting?.flag() !== false) return;
    return {
      message: `Azure can neither back up nor patch ${resource.address} without its agent: take provision_vm_agent = false out.`,
      at: setting,
    };
  },
  examples: {
    bad: 'resource "azurerm_windows_virtual_machine" "till" {\n  name                  = "till"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  admin_password        = random_password.till.result\n  network_interface_ids = []\n  provision_vm_agent    = false\n}\n\nresource "random_password" "till" {\n  length = 32\n}\n',
    good: 'resource "azurerm_windows_virtual_machine" "till" {\n  name                  = "till"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  admin_password        = random_password.till.result\n  network_interface_ids = []\n  provision_vm_agent    = true\n}\n\nresource "random_password" "till" {\n  length = 32\n}\n',
  },
});
