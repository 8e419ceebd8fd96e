import { isInternet } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/alloydb-open-to-internet',
  title: 'AlloyDB that the internet reaches',
  dimension: 'security',
  severity: 'medium',
  why: 'AlloyDB has private addresses unless it is asked for a public one. With one, a list of networks is all that stands before its login, and 0.0.0.0/0 in it lets everybody guess passwords without end. Use Private Service Connect, or the AlloyDB Auth Proxy.',
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6', 'gdpr:32(1)(b)'],
  sources: ['https://cloud.google.com/alloydb/docs/connect-public-ip'],
  visits: resources('google_alloydb_instance'),
  judge({ resource, node }) {
    const setting = node.get('network_config', 'enable_public_ip');
    if (setting?.flag() !== true) return;
    const open = node
      .list('network_config', 'authorized_external_networks')
      .map((network) => network.get('cidr_range'))
      .find((range) => range && isInternet(range.text() ?? ''));
    return open
      ? {
          message: `${resource.address} lets ${open.text()} connect, so that only passwords guard its data: take the network out.`,
          at: open,
          severity: 'critical',
        }
      : {
          message: `${resource.address} has a public address: set enable_public_ip to false, and connect through the VPC or Private Service Connect.`,
          at: setting,
        };
  },
  examples: {
    bad: instance('enable_public_ip = true'),
    good: instance('enable_public_ip = false'),
  },
});

function instance(setting: string): string {
  return `resource "google_alloydb_instance" "orders" {
  cluster       = "projects/acme/locations/europe-west3/clusters/orders"
  instance_id   = "orders"
  instance_type = "PRIMARY"

  network_config {
    ${setting}
  }
}
`;
}
