import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** The resolver of Azure, which is many servers behind one address. Source: Microsoft, What is IP address 168.63.129.16. */
const ownResolver = '168.63.129.16';

export default check({
  id: 'azure/network-single-dns-server',
  title: 'Network that asks one DNS server only',
  dimension: 'reliability',
  severity: 'low',
  why: 'When that server is patched or fails, no machine of the network finds another by its name any more, databases and Azure itself included. Name two, or leave names to Azure and a private resolver.',
  sameAs: ['checkov:CKV_AZURE_182'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances',
  ],
  visits: resources('azurerm_virtual_network', 'azurerm_virtual_network_dns_servers'),
  judge({ resource, node }) {
    const [server, second] = node.list('dns_servers');
    // what a firewall, a resolver or a balancer answers on is known later, and is no single machine
    if (!server || second || typeof server.content !== 'string' || server.content === ownResolver) return;
    return {
      message: `${resource.address} asks ${server.content} alone for names: add a second server, or say by a comment that several machines answer there.`,
      at: server,
    };
  },
  examples: {
    bad: 'resource "azurerm_virtual_network" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  address_space       = ["10.0.0.0/16"]\n  dns_servers         = ["10.0.0.4"]\n}\n',
    good: 'resource "azurerm_virtual_network" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  address_space       = ["10.0.0.0/16"]\n  dns_servers         = ["10.0.0.4", "10.0.0.5"]\n}\n',
  },
});
