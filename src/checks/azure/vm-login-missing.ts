import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-login-missing',
  title: 'Linux machine without a way to log in',
  dimension: 'functionality',
  severity: 'high',
  why: 'Passwords are off unless they are switched on, and then the provider asks for at least one key. Without both the plan is refused.',
  sameAs: ['checkov:CKV_AZURE_178'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
  ],
  visits: resources('azurerm_linux_virtual_machine', 'azurerm_linux_virtual_machine_scale_set'),
  judge({ resource, node }) {
    if (node.has('admin_ssh_key') || node.flag('disable_password_authentication') === false) return;
    // made from a disk that has its users already
    if (node.has('os_managed_disk_id')) return;
    return {
      message: `${resource.address} has neither a key nor a password, and azurerm refuses it: add an admin_ssh_key block.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_virtual_machine" "worker" {\n  name                  = "worker"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  network_interface_ids = []\n}\n',
    good: 'resource "azurerm_linux_virtual_machine" "worker" {\n  name                  = "worker"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  network_interface_ids = []\n\n  admin_ssh_key {\n    username   = "ops"\n    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBexample ops"\n  }\n}\n',
  },
});
