import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/container-group-public',
  title: 'Containers with an address on the internet',
  dimension: 'security',
  severity: 'medium',
  why: 'A public container group takes requests from everybody, without a firewall, TLS or a security group before it. Put it into a subnet, with a gateway before what it serves.',
  sameAs: ['checkov:CKV_AZURE_245', 'checkov:CKV_AZURE_98'],
  controls: ['pci-dss:1.4.2', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-instances/container-instances-vnet'],
  visits: resources('azurerm_container_group'),
  judge({ resource, node }) {
    const type = node.get('ip_address_type');
    if (type && type.text()?.toLowerCase() !== 'public') return;
    if (node.has('subnet_ids') || node.has('network_profile_id')) return;
    return {
      message: `Everybody on the internet reaches ${resource.address}: set ip_address_type to Private with subnet_ids, or to None where nothing calls it.`,
      at: type ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_container_group" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  ip_address_type     = "Public"\n  os_type             = "Linux"\n}\n',
    good: 'resource "azurerm_container_group" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  ip_address_type     = "None"\n  os_type             = "Linux"\n}\n',
  },
});
