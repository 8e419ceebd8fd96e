import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** The name that a subnet must have for a service of Azure. Source: Azure Bastion, Firewall and VPN Gateway, configuration settings. */
const names: Readonly<Record<string, string>> = {
  azurerm_bastion_host: 'AzureBastionSubnet',
  azurerm_firewall: 'AzureFirewallSubnet',
  azurerm_virtual_network_gateway: 'GatewaySubnet',
};

export default check({
  id: 'azure/subnet-name-required',
  title: 'Service in a subnet of the wrong name',
  dimension: 'functionality',
  severity: 'high',
  why: 'Azure knows the subnets of its own services by their names, and refuses any other, after the addresses and all else have been made.',
  sources: ['https://learn.microsoft.com/en-us/azure/bastion/configuration-settings#subnet'],
  visits: resources(...Object.keys(names)),
  judge({ resource, node }, graph) {
    const wanted = names[resource.type]!;
    for (const configuration of node.list('ip_configuration')) {
      const at = configuration.get('subnet_id');
      const subnet = at && subnetAt(graph, resource, at);
      const name = subnet?.body.text('name');
      if (!at || !subnet || name === undefined) continue;
      if (name.toLowerCase() === wanted.toLowerCase()) continue;
      return {
        message: `Azure refuses ${resource.address} in ${subnet.address}, which is called ${name}: the subnet must be called ${wanted}.`,
        at,
      };
    }
    return;
  },
  examples: {
    bad: bastion('bastion'),
    good: bastion('AzureBastionSubnet'),
  },
});

function subnetAt(graph: Graph, resource: Resource, at: Node): Resource | undefined {
  const found = graph
    .from(resource)
    .filter((relation) => relation.to.type === 'azurerm_subnet' && covers(relation.at, at));
  return found.length === 1 ? found[0]!.to : undefined;
}

/** Whether a relation starts at a place, or within it. */
function covers(start: Node | undefined, at: Node): boolean {
  return start !== undefined && start.file === at.file && start.start >= at.start && start.end <= at.end;
}

function bastion(name: string): string {
  return `resource "azurerm_subnet" "bastion" {
  name                 = "${name}"
  resource_group_name  = "hub"
  virtual_network_name = "hub"
  address_prefixes     = ["10.0.0.0/26"]
}

resource "azurerm_bastion_host" "hub" {
  name                = "hub"
  location            = "westeurope"
  resource_group_name = "hub"

  ip_configuration {
    name                 = "hub"
    subnet_id            = azurerm_subnet.bastion.id
    public_ip_address_id = "/subscriptions/0b1f/address"
  }
}
`;
}
