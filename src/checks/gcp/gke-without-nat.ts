import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-without-nat',
  title: 'Private GKE nodes without a way out',
  dimension: 'functionality',
  severity: 'low',
  why: 'Private nodes reach the registry and the APIs of Google, and nothing else: images of Docker Hub or Quay cannot be pulled, and webhooks and APIs of others are out of reach, until there is a Cloud NAT in their network and region.',
  sources: ['https://cloud.google.com/nat/docs/gke-example'],
  visits: resources('google_container_cluster'),
  judge({ resource, node }, graph) {
    const setting = node.get('private_cluster_config', 'enable_private_nodes');
    if (setting?.flag() !== true) return;
    // only where the root also makes the network is it known what is in it
    const network = networkOf(graph, resource);
    if (!network) return;
    if (ofTypeInUnit(graph, 'google_compute_router_nat', resource.unit).length > 0) return;
    if (ofTypeInUnit(graph, 'google_compute_route', resource.unit).length > 0) return;
    if (graph.to(network).some(({ from }) => /^(module|output)$|peering|vpn|interconnect/.test(from.type)))
      return;
    return {
      message: `${resource.address} has private nodes in ${network.address}, which has no Cloud NAT: images and APIs that are not Google's are out of reach. Add a google_compute_router with a google_compute_router_nat.`,
      at: setting,
    };
  },
  examples: {
    bad: cluster(''),
    good: cluster(
      '\nresource "google_compute_router" "main" {\n  name    = "main"\n  network = google_compute_network.shop.id\n}\n\nresource "google_compute_router_nat" "main" {\n  name                   = "main"\n  router                 = google_compute_router.main.name\n  nat_ip_allocate_option = "AUTO_ONLY"\n}\n',
    ),
  },
});

/** The network that a cluster stands in, directly or by its subnet, where the same root declares it. */
function networkOf(graph: Graph, resource: Resource): Resource | undefined {
  for (const { to } of graph.from(resource)) {
    if (to.type === 'google_compute_network') return to;
    if (to.type !== 'google_compute_subnetwork') continue;
    const network = graph.from(to).find((relation) => relation.to.type === 'google_compute_network')?.to;
    if (network) return network;
  }
  return undefined;
}

function cluster(nat: string): string {
  return `resource "google_compute_network" "shop" {
  name                    = "shop"
  auto_create_subnetworks = false
}

resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"
  network  = google_compute_network.shop.id

  private_cluster_config {
    enable_private_nodes = true
  }
}
${nat}`;
}
