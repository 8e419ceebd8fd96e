import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-unmanaged-disk',
  title: 'Machine on disks of a storage account',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Disks as files in a storage account were retired in September 2025: machines that still have them are stopped. They also shared the limits and the failures of their account, and its key opened all of them.',
  sameAs: ['checkov:CKV2_AZURE_9', 'checkov:CKV_AZURE_92'],
  controls: ['cis-azure:7.2', 'soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/unmanaged-disks-deprecation'],
  visits: resources('azurerm_virtual_machine', 'azurerm_virtual_machine_scale_set'),
  judge({ resource, node }) {
    for (const block of ['storage_os_disk', 'storage_data_disk', 'storage_profile_os_disk'])
      for (const disk of node.list(block)) {
        const at = disk.get('vhd_uri') ?? disk.get('vhd_containers');
        if (at)
          return {
            message: `${resource.address} has a disk in a storage account, which Azure retired: take a managed disk (managed_disk_type).`,
            at,
          };
      }
    return;
  },
  examples: {
    bad: 'resource "azurerm_virtual_machine" "till" {\n  name                = "till"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  vm_size             = "Standard_D2s_v5"\n\n  storage_os_disk {\n    name          = "os"\n    create_option = "FromImage"\n    vhd_uri       = "https://acmedisks.blob.core.windows.net/vhds/os.vhd"\n  }\n}\n',
    good: 'resource "azurerm_virtual_machine" "till" {\n  name                = "till"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  vm_size             = "Standard_D2s_v5"\n\n  storage_os_disk {\n    name              = "os"\n    create_option     = "FromImage"\n    managed_disk_type = "Premium_LRS"\n  }\n}\n',
  },
});
