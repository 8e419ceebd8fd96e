import type { Graph } from '../../graph/graph.ts';
import { type AddressRange, overlaps, parseRange } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

interface Placed {
  readonly subnet: Resource;
  readonly node: Node;
  readonly text: string;
  readonly range: AddressRange;
}

export default check({
  id: 'gcp/subnet-ranges-overlap',
  title: 'Subnets whose ranges overlap',
  dimension: 'functionality',
  severity: 'high',
  why: 'All subnets of a network, with their secondary ranges for pods and services, share one address space over all regions. Where two overlap, Google refuses the second one in the middle of an apply.',
  sources: ['https://cloud.google.com/vpc/docs/subnets#ipv4-ranges'],
  visits: resources('google_compute_subnetwork'),
  judge({ resource }, graph) {
    const placed = rangesOf(graph, resource);
    for (const [at, mine] of placed.own.entries()) {
      const other = [...placed.earlier, ...placed.own.slice(0, at)].find((one) =>
        overlaps(one.range, mine.range),
      );
      if (!other) continue;
      return {
        message: `${mine.text} of ${resource.address} overlaps ${other.text} of ${other.subnet.address} in the same network, and Google refuses it: give it a range that is free.`,
        at: mine.node,
      };
    }
    return;
  },
  examples: {
    bad: subnets('10.0.1.0/24'),
    good: subnets('10.1.0.0/24'),
  },
});

/** The ranges of a subnet, and those of the subnets before it in the same network. */
function rangesOf(graph: Graph, subnet: Resource): { own: readonly Placed[]; earlier: readonly Placed[] } {
  const network = networkOf(subnet);
  const all = graph.derive(rangesOf, () => graph.ofType('google_compute_subnetwork').flatMap(placesOf));
  const own = all.filter((one) => one.subnet === subnet);
  if (network === undefined || own.length === 0) return { own, earlier: [] };
  const before = all.slice(0, all.indexOf(own[0]!));
  return {
    own,
    earlier: before.filter((one) => one.subnet.unit === subnet.unit && networkOf(one.subnet) === network),
  };
}

function placesOf(subnet: Resource): Placed[] {
  const secondary = subnet.body.peek('secondary_ip_range')?.content;
  const nodes = [
    subnet.body.peek('ip_cidr_range'),
    ...(Array.isArray(secondary)
      ? (secondary as readonly Node[]).map((block) => block.peek('ip_cidr_range'))
      : []),
  ];
  return nodes.flatMap((node) => {
    const range = typeof node?.content === 'string' ? parseRange(node.content) : undefined;
    return node && range ? [{ subnet, node, text: String(node.content), range }] : [];
  });
}

function networkOf({ body }: Resource): string | undefined {
  const content = body.peek('network')?.content;
  if (content instanceof Unknown) return content.references[0];
  return typeof content === 'string' ? content : undefined;
}

function subnets(range: string): string {
  return `resource "google_compute_network" "shop" {
  name                    = "shop"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "nodes" {
  name          = "nodes"
  network       = google_compute_network.shop.id
  ip_cidr_range = "10.0.0.0/16"
}

resource "google_compute_subnetwork" "proxies" {
  name          = "proxies"
  network       = google_compute_network.shop.id
  ip_cidr_range = "${range}"
}
`;
}
