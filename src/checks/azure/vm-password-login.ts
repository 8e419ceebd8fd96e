import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-password-login',
  title: 'Linux machine that takes passwords over SSH',
  dimension: 'security',
  severity: 'high',
  why: 'A password can be guessed, is used again elsewhere, and stands in the state file of Terraform; a key is none of that. Azure even offers SSH with the login of the company (AADSSHLoginForLinux), which needs neither.',
  sameAs: [
    'checkov:CKV_AZURE_1',
    'checkov:CKV_AZURE_149',
    'checkov:CKV_AZURE_178',
    'checkov:CKV_AZURE_49',
    'kics:terraform/azure/azure_instance_using_basic_authentication',
    'trivy:AZU-0039',
  ],
  controls: ['pci-dss:8.3.1', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/linux/ssh-from-windows'],
  visits: resources(
    'azurerm_linux_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_virtual_machine',
    'azurerm_virtual_machine_scale_set',
    'azurerm_orchestrated_virtual_machine_scale_set',
  ),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['disable_password_authentication'],
      ['os_profile_linux_config', 'disable_password_authentication'],
      ['os_profile', 'linux_configuration', 'disable_password_authentication'],
    );
    if (setting?.node.flag() !== false) return;
    const keyed = node.has('admin_ssh_key') || node.has('os_profile_linux_config', 'ssh_keys');
    return {
      message: `${resource.address} takes passwords over SSH, which can be guessed: set ${setting.path.at(-1)} to true${keyed ? '' : ', and give it a key (admin_ssh_key)'}.`,
      at: setting.node,
      ...(keyed && {
        fix: {
          safety: 'unsafe',
          summary: `set ${setting.path.at(-1)} to true (replaces a machine that is there already)`,
          edits: [{ op: 'replace', node: setting.node, value: true }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_virtual_machine" "worker" {\n  name                            = "worker"\n  resource_group_name             = "shop"\n  location                        = "westeurope"\n  size                            = "Standard_D2s_v5"\n  admin_username                  = "ops"\n  admin_password                  = var.password\n  disable_password_authentication = false\n  network_interface_ids           = []\n}\n\nvariable "password" {\n  type      = string\n  sensitive = true\n}\n',
    good: 'resource "azurerm_linux_virtual_machine" "worker" {\n  name                  = "worker"\n  resource_group_name   = "shop"\n  location              = "westeurope"\n  size                  = "Standard_D2s_v5"\n  admin_username        = "ops"\n  network_interface_ids = []\n\n  admin_ssh_key {\n    username   = "ops"\n    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBexample ops"\n  }\n}\n',
  },
});
