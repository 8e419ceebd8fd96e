import { machines } from '../../graph/gcp/machines.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/instance-public-address',
  title: 'Machine with a public address',
  dimension: 'security',
  severity: 'medium',
  why: 'An address of the internet makes every firewall rule count: one range too many, and the machine is open to everybody. Let it reach out through Cloud NAT, be reached through a load balancer, and administered through Identity-Aware Proxy.',
  sameAs: ['checkov:CKV_GCP_40', 'regula:FG_R00419', 'trivy:GCP-0031'],
  controls: ['cis-gcp:4.9', 'pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/compute/docs/ip-addresses'],
  visits: machines,
  judge({ resource, node }) {
    const open = node
      .list('network_interface')
      .flatMap((network) => network.get('access_config') ?? network.get('ipv6_access_config') ?? [])[0];
    if (!open) return;
    return {
      message: `${resource.address} has an address of the internet: take access_config out, and let it reach out through Cloud NAT.`,
      at: Array.isArray(open.content) ? (open.content[0] ?? open) : open,
    };
  },
  examples: {
    bad: machine('    access_config {}\n'),
    good: machine(''),
  },
});

function machine(access: string): string {
  return `resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-medium"

  network_interface {
    subnetwork = "workers"
${access}  }
}
`;
}
