import type { Graph } from '../../graph/graph.ts';
import { type AddressRange, overlaps, parseRange } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/peering-overlaps',
  title: 'Networks that cannot be peered',
  dimension: 'functionality',
  severity: 'high',
  why: 'Two networks can be peered only while they share no addresses, and Azure refuses it in the middle of the apply. To renumber one means to move everything in it, so it is cheapest before anything is.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints',
  ],
  visits: resources('azurerm_virtual_network_peering'),
  judge({ resource, node }, graph) {
    const own = networkAt(graph, resource, node.peek('virtual_network_name'));
    const other = networkAt(graph, resource, node.peek('remote_virtual_network_id'));
    if (!own || !other) return;
    if (own === other)
      return {
        message: `${resource.address} peers ${own.address} with itself, which Azure refuses.`,
        at: node.get('remote_virtual_network_id') ?? node,
      };
    const [ours, theirs] = [rangesOf(own), rangesOf(other)];
    const clash = ours.find(({ range }) => theirs.some((one) => overlaps(one.range, range)));
    if (!clash) return;
    return {
      message: `${own.address} (${clash.text}) shares addresses with ${other.address}: Azure refuses to peer them. Renumber one before anything lives in it.`,
      at: node.get('remote_virtual_network_id') ?? node,
    };
  },
  examples: {
    bad: networks('10.0.128.0/17'),
    good: networks('10.1.0.0/16'),
  },
});

function networkAt(graph: Graph, peering: Resource, at: Node | undefined): Resource | undefined {
  return graph
    .from(peering)
    .find((relation) => relation.at === at && relation.to.type === 'azurerm_virtual_network')?.to;
}

function rangesOf({ body }: Resource): readonly { readonly text: string; readonly range: AddressRange }[] {
  return body.list('address_space').flatMap((one) => {
    const text = one.text() ?? '';
    const range = parseRange(text);
    return range ? [{ text, range }] : [];
  });
}

function networks(range: string): string {
  return `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "westeurope"
  resource_group_name = "hub"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_virtual_network" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
  address_space       = ["${range}"]
}

resource "azurerm_virtual_network_peering" "shop" {
  name                      = "shop"
  resource_group_name       = "hub"
  virtual_network_name      = azurerm_virtual_network.hub.name
  remote_virtual_network_id = azurerm_virtual_network.shop.id
}
`;
}
