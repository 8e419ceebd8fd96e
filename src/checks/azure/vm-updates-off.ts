import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-updates-off',
  title: 'Machine that gets no security updates',
  dimension: 'security',
  severity: 'medium',
  why: 'With automatic updates off, or patching left to be done by hand, holes stay open until somebody remembers; most break-ins use holes whose patch is months old. Machines that are replaced with a new image instead may ignore this.',
  sameAs: ['checkov:CKV_AZURE_177', 'checkov:CKV_AZURE_95'],
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/automatic-vm-guest-patching'],
  visits: resources(
    'azurerm_windows_virtual_machine',
    'azurerm_windows_virtual_machine_scale_set',
    'azurerm_virtual_machine_scale_set',
  ),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['automatic_updates_enabled'],
      ['enable_automatic_updates'],
      ['os_profile_windows_config', 'enable_automatic_upgrades'],
      ['automatic_os_upgrade'],
    );
    const mode = node.text('patch_mode')?.toLowerCase();
    if (setting?.node.flag() !== false || mode === 'automaticbyplatform') return;
    // a set that takes each new image needs no patches inside
    const whole = settingOf(
      node,
      ['automatic_os_upgrade_policy', 'automatic_os_upgrade_enabled'],
      ['automatic_os_upgrade_policy', 'enable_automatic_os_upgrade'],
    );
    if (whole?.node.flag() === true) return;
    return {
      message: `${resource.address} gets no security updates by itself (${setting.path.join('.')} is false): switch them on, or set patch_mode to AutomaticByPlatform.`,
      at: setting.node,
    };
  },
  examples: {
    bad: 'resource "azurerm_windows_virtual_machine" "till" {\n  name                      = "till"\n  resource_group_name       = "shop"\n  location                  = "westeurope"\n  size                      = "Standard_D2s_v5"\n  admin_username            = "ops"\n  admin_password            = random_password.till.result\n  network_interface_ids     = []\n  automatic_updates_enabled = false\n}\n\nresource "random_password" "till" {\n  length = 32\n}\n',
    good: 'resource "azurerm_windows_virtual_machine" "till" {\n  name                      = "till"\n  resource_group_name       = "shop"\n  location                  = "westeurope"\n  size                      = "Standard_D2s_v5"\n  admin_username            = "ops"\n  admin_password            = random_password.till.result\n  network_interface_ids     = []\n  automatic_updates_enabled = true\n}\n\nresource "random_password" "till" {\n  length = 32\n}\n',
  },
});
