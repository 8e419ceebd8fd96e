import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Where each type names the network that it stands in. Source: Terraform Google provider. */
const places: Readonly<Record<string, readonly string[]>> = {
  google_compute_instance: ['network_interface'],
  google_compute_instance_template: ['network_interface'],
  google_container_cluster: [],
  google_compute_firewall: [],
  google_compute_subnetwork: [],
  google_dataproc_cluster: ['cluster_config', 'gce_cluster_config'],
  google_redis_instance: [],
};

const uses: Selector<Subject> = {
  of: 'uses of networks',
  find: (graph) =>
    Object.keys(places).flatMap((type) =>
      graph.ofType(type).map((resource) => ({ resource, node: resource.body })),
    ),
};

export default check({
  id: 'gcp/default-network-used',
  title: 'Resource in the default network',
  dimension: 'security',
  severity: 'low',
  why: 'The network called default is shared by everything that names none, spans every region, and lets SSH, Remote Desktop and ping in from everywhere unless somebody took those rules out. A network of one’s own has the subnets and rules that are meant.',
  controls: ['cis-gcp:3.1', 'pci-dss:1.2.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/vpc/docs/vpc#default-network'],
  visits: uses,
  judge({ resource, node }) {
    const path = places[resource.type]!;
    const holders = path.length > 0 ? node.list(...path) : [node];
    const network = holders
      .map((holder) => holder.get('network') ?? holder.get('authorized_network'))
      .find((one) => typeof one?.content === 'string' && /(^|\/networks\/)default$/.test(one.content));
    if (!network) return;
    return {
      message: `${resource.address} stands in the default network, with whatever names none: make a google_compute_network of its own.`,
      at: network,
    };
  },
  examples: {
    bad: rule('"default"'),
    good: `resource "google_compute_network" "shop" {
  name                    = "shop"
  auto_create_subnetworks = false
}

${rule('google_compute_network.shop.name')}`,
  },
});

function rule(network: string): string {
  return `resource "google_compute_firewall" "https" {
  name          = "https"
  network       = ${network}
  source_ranges = ["10.0.0.0/8"]

  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}
`;
}
