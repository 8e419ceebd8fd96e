import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What is paid whether it is used or not, and its price in Iowa. Source: the price lists of Compute Engine. */
const idle: Readonly<Record<string, string>> = {
  google_compute_address: 'about 7 USD a month',
  google_compute_global_address: 'about 7 USD a month',
  google_compute_disk: 'from 0.04 USD per gigabyte and month',
  google_compute_region_disk: 'from 0.08 USD per gigabyte and month',
};

export default check({
  id: 'gcp/unattached-resource',
  title: 'Address or disk that nothing uses',
  dimension: 'cost',
  severity: 'low',
  why: 'Addresses and disks are paid whether anything uses them or not, and an idle address costs more than one in use. One that nothing in its root names is usually left over; if something outside of Terraform uses it, an output that names it says so.',
  sources: [
    'https://cloud.google.com/vpc/network-pricing',
    'https://cloud.google.com/compute/disks-image-pricing',
  ],
  visits: resources(...Object.keys(idle)),
  judge({ resource, node }, graph) {
    // inner addresses cost nothing, and ranges are for peering
    if (node.text('address_type') === 'INTERNAL' || node.has('purpose')) return;
    if (graph.to(resource).length > 0) return;
    // an annotation of an Ingress names an address in words
    const name = node.peek('name')?.content;
    if (typeof name === 'string' && isNamedInCluster(graph, name)) return;
    return {
      message: `Nothing in the code uses ${resource.address}, and it is paid all the same, ${idle[resource.type]}: attach it, or take it out.`,
    };
  },
  examples: {
    bad: 'resource "google_compute_address" "old" {\n  name = "old"\n}\n',
    good: 'resource "google_compute_address" "nat" {\n  name = "nat"\n}\n\nresource "google_compute_router_nat" "main" {\n  name                   = "main"\n  router                 = "main"\n  nat_ip_allocate_option = "MANUAL_ONLY"\n  nat_ips                = [google_compute_address.nat.self_link]\n}\n',
  },
});

/** Objects that ask for an address by its name. */
const doors = ['Ingress', 'Service', 'Gateway.gateway.networking.k8s.io'];

function isNamedInCluster(graph: Graph, name: string): boolean {
  const written = graph.derive(isNamedInCluster, () =>
    doors.flatMap((type) => graph.ofType(type).map(({ body }) => JSON.stringify(body.plain()))),
  );
  return written.some((text) => text.includes(`"${name}"`));
}
