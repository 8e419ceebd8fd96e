import { isClusterNode, machines } from '../../graph/gcp/machines.ts';
import { check } from '../check.ts';

/** What sends packets through a machine; a module may. */
const routing = new Set([
  'google_compute_route',
  'google_compute_router_peer',
  'google_network_connectivity_spoke',
  'module',
]);

export default check({
  id: 'gcp/ip-forwarding-allowed',
  title: 'Machine that may forward packets of others',
  dimension: 'security',
  severity: 'low',
  why: 'A machine with IP forwarding sends and takes packets under any address, past what a firewall rule by source can tell. Only routers, NAT and VPN gateways need it, and those are the target of a route, or appliances of Network Connectivity Center.',
  sameAs: [
    'checkov:CKV_GCP_36',
    'kics:terraform/gcp/ip_forwarding_enabled',
    'regula:FG_R00416',
    'trivy:GCP-0043',
  ],
  controls: ['cis-gcp:4.6', 'pci-dss:1.4.3', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/vpc/docs/using-routes#canipforward'],
  visits: machines,
  judge({ resource, node }, graph) {
    const setting = node.get('can_ip_forward');
    if (setting?.flag() !== true || isClusterNode(resource)) return;
    if (graph.to(resource).some(({ from }) => routing.has(from.type))) return;
    return {
      message: `${resource.address} may send packets under addresses that are not its own, and no route leads through it: set can_ip_forward to false.`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: 'set can_ip_forward to false (makes the machine anew)',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: machine('true'),
    good: machine('false'),
  },
});

function machine(value: string): string {
  return `resource "google_compute_instance" "worker" {
  name           = "worker"
  machine_type   = "e2-medium"
  can_ip_forward = ${value}
}
`;
}
