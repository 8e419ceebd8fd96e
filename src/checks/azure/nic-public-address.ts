import { interfacesOf, interfaceTypes } from '../../graph/azure/network-interfaces.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/nic-public-address',
  title: 'Machine with a public address of its own',
  dimension: 'security',
  severity: 'medium',
  why: 'Whatever listens on the machine is one wrong rule away from the internet. Put a load balancer or an application gateway before what is served, reach the machine through Azure Bastion, and let it out through a NAT gateway.',
  sameAs: [
    'checkov:CKV_AZURE_119',
    'kics:terraform/azure/network_interfaces_with_public_ip',
    'trivy:AZU-0076',
  ],
  controls: ['cis-azure:6.7', 'pci-dss:1.4.2', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/bastion/bastion-overview'],
  visits: resources(...interfaceTypes),
  judge({ resource }) {
    const address = interfacesOf(resource)
      .flatMap((one) => one.list('ip_configuration'))
      .map((one) =>
        settingOf(one, ['public_ip_address_id'], ['public_ip_address'], ['public_ip_address_configuration']),
      )
      .find(Boolean)?.node;
    if (!address) return;
    const whose = resource.type === 'azurerm_network_interface' ? 'its machine' : 'each of its machines';
    return {
      message: `${resource.address} gives ${whose} an address on the internet: put a load balancer or gateway before what it serves, and administer it through Azure Bastion.`,
      at: address,
    };
  },
  examples: {
    bad: 'resource "azurerm_network_interface" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n\n  ip_configuration {\n    name                          = "internal"\n    subnet_id                     = var.subnet_id\n    private_ip_address_allocation = "Dynamic"\n    public_ip_address_id          = azurerm_public_ip.worker.id\n  }\n}\n\nresource "azurerm_public_ip" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n}\n\nvariable "subnet_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_network_interface" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n\n  ip_configuration {\n    name                          = "internal"\n    subnet_id                     = var.subnet_id\n    private_ip_address_allocation = "Dynamic"\n  }\n}\n\nvariable "subnet_id" {\n  type = string\n}\n',
  },
});
