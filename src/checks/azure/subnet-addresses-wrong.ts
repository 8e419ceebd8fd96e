import type { Graph } from '../../graph/graph.ts';
import { type AddressRange, overlaps, parseRange } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

/** The smallest subnet that a service of Azure takes, in addresses. Source: Azure Bastion, Firewall, and VPN Gateway, configuration settings. */
const smallest: Readonly<Record<string, number>> = {
  AzureBastionSubnet: 64,
  AzureFirewallSubnet: 64,
  AzureFirewallManagementSubnet: 64,
  RouteServerSubnet: 64,
  GatewaySubnet: 8,
};

export default check({
  id: 'azure/subnet-addresses-wrong',
  title: 'Subnet whose addresses Azure refuses',
  dimension: 'functionality',
  severity: 'high',
  why: 'A subnet takes its addresses from those of its network, shares none with another, and the subnets of Azure’s own services have a smallest size. Azure refuses what breaks this in the middle of the apply.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/virtual-network/virtual-networks-faq',
    'https://learn.microsoft.com/en-us/azure/bastion/configuration-settings#subnet',
  ],
  visits: resources('azurerm_subnet'),
  judge({ resource, node }, graph): Fault | undefined {
    const written = node.get('address_prefixes') ?? node.get('address_prefix');
    const ranges = rangesOf(written);
    const [first] = ranges;
    if (!written || !first) return;
    const needed = smallest[node.text('name') ?? ''];
    if (needed !== undefined && ranges.every((range) => sizeOf(range) < needed))
      return {
        message: `${resource.address} has ${sizeOf(first)} addresses, and ${node.text('name')} takes a /${32 - Math.log2(needed)} at least.`,
        at: written,
        key: 'size',
      };
    const network = networkOf(graph, resource);
    if (!network) return;
    const space = network.body.list('address_space');
    const known = rangesOf(network.body.get('address_space'));
    const outside = ranges.find(
      (range) => !known.some((one) => one.first <= range.first && range.last <= one.last),
    );
    if (outside && known.length > 0 && known.length === space.length)
      return {
        message: `${resource.address} has addresses that are not in ${space.map((one) => one.text()).join(' or ')} of ${network.address}: Azure refuses it.`,
        at: written,
        key: 'outside',
      };
    const twin = earlierIn(graph, network, resource).find((other) =>
      knownRanges(other.body).some((range) => ranges.some((one) => overlaps(one, range))),
    );
    if (!twin) return;
    return {
      message: `${resource.address} shares addresses with ${twin.address} of the same network: Azure refuses the second of them.`,
      at: written,
      key: 'overlap',
    };
  },
  examples: {
    bad: subnet('10.1.1.0/24'),
    good: subnet('10.0.1.0/24'),
  },
});

function sizeOf({ first, last }: AddressRange): number {
  return last - first + 1;
}

function rangesOf(written: Node | undefined): readonly AddressRange[] {
  if (!written) return [];
  const texts = Array.isArray(written.content) ? written.list().map((one) => one.text()) : [written.text()];
  return texts.flatMap((text) => parseRange(text ?? '') ?? []);
}

/** The same of a neighbour, of which only what is certain counts. */
function knownRanges(body: Node): readonly AddressRange[] {
  const content = (body.peek('address_prefixes') ?? body.peek('address_prefix'))?.content;
  const items: readonly unknown[] = Array.isArray(content)
    ? (content as readonly Node[]).map((one) => one.content)
    : [content];
  return items.flatMap((item) => (typeof item === 'string' ? (parseRange(item) ?? []) : []));
}

function networkOf(graph: Graph, subnet: Resource): Resource | undefined {
  const found = graph.from(subnet, 'placed-in').filter(({ to }) => to.type === 'azurerm_virtual_network');
  return found.length === 1 ? found[0]!.to : undefined;
}

function earlierIn(graph: Graph, network: Resource, subnet: Resource): readonly Resource[] {
  const all = graph
    .to(network, 'placed-in')
    .flatMap(({ from }) => (from.type === 'azurerm_subnet' ? [from] : []));
  return all.slice(0, Math.max(all.indexOf(subnet), 0)).filter((one) => one !== subnet);
}

function subnet(range: string): string {
  return `resource "azurerm_virtual_network" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "web" {
  name                 = "web"
  resource_group_name  = "shop"
  virtual_network_name = azurerm_virtual_network.shop.name
  address_prefixes     = ["${range}"]
}
`;
}
