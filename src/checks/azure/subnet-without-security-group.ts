import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

/** Subnets of Azure's own services, which take no group or bring their rules with them. Source: Azure documentation of each service. */
const serviceSubnets = /^(Gateway|AzureFirewall|AzureFirewallManagement|AzureBastion|RouteServer)Subnet$/;

export default check({
  id: 'azure/subnet-without-security-group',
  title: 'Subnet without a network security group',
  dimension: 'security',
  severity: 'low',
  why: 'Without a group everything in the network reaches everything in the subnet, on every port: one machine that is taken over reaches all others. A group at the subnet also holds for what is put there later.',
  sameAs: ['checkov:CKV2_AZURE_31', 'kics:terraform/azure/security_group_is_not_configured'],
  controls: ['pci-dss:1.2.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview'],
  visits: resources('azurerm_subnet'),
  judge({ resource, node }, graph) {
    if (serviceSubnets.test(node.text('name') ?? '')) return;
    if (node.has('network_security_group_id')) return;
    // a service that the subnet is given to looks after it, and may not take a group
    if (node.has('delegation')) return;
    const type = 'azurerm_subnet_network_security_group_association';
    if (companionsOf(graph, resource, type, 'subnet_id').length > 0) return;
    const users = graph.to(resource, 'placed-in').map(({ from }) => from);
    if (users.length > 0 && users.every(({ type: user }) => user === 'azurerm_private_endpoint')) return;
    // the interfaces in it may all have a group of their own
    const interfaces = users.filter(({ type: user }) => user === 'azurerm_network_interface');
    if (
      interfaces.length > 0 &&
      interfaces.length === users.length &&
      interfaces.every((one) =>
        graph
          .to(one)
          .some(({ from }) => from.type === 'azurerm_network_interface_security_group_association'),
      )
    )
      return;
    return {
      message: `Everything in the network reaches everything in ${resource.address}: give it a network security group with an azurerm_subnet_network_security_group_association.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_subnet" "web" {\n  name                 = "web"\n  resource_group_name  = "shop"\n  virtual_network_name = "shop"\n  address_prefixes     = ["10.0.1.0/24"]\n}\n',
    good: 'resource "azurerm_subnet" "web" {\n  name                 = "web"\n  resource_group_name  = "shop"\n  virtual_network_name = "shop"\n  address_prefixes     = ["10.0.1.0/24"]\n}\n\nresource "azurerm_subnet_network_security_group_association" "web" {\n  subnet_id                 = azurerm_subnet.web.id\n  network_security_group_id = azurerm_network_security_group.web.id\n}\n\nresource "azurerm_network_security_group" "web" {\n  name                = "web"\n  location            = "westeurope"\n  resource_group_name = "shop"\n}\n',
  },
});
