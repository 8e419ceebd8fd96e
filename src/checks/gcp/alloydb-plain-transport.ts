import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/alloydb-plain-transport',
  title: 'AlloyDB that takes connections in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'AlloyDB asks for TLS unless it is told not to. Without it a client whose settings fall back sends password and rows readable through the network, and nobody notices.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)', 'gdpr:32(1)(b)'],
  sources: ['https://cloud.google.com/alloydb/docs/configure-ssl-enforcement'],
  visits: resources('google_alloydb_instance'),
  judge({ resource, node }) {
    const mode = node.get('client_connection_config', 'ssl_config', 'ssl_mode');
    if (mode?.text() !== 'ALLOW_UNENCRYPTED_AND_ENCRYPTED') return;
    return {
      message: `${resource.address} also takes connections without TLS: set ssl_mode to "ENCRYPTED_ONLY".`,
      at: mode,
      fix: {
        safety: 'unsafe',
        summary: 'ask for TLS (clients that connect in the clear are refused)',
        edits: [{ op: 'replace', node: mode, value: 'ENCRYPTED_ONLY' }],
      },
    };
  },
  examples: {
    bad: instance('ALLOW_UNENCRYPTED_AND_ENCRYPTED'),
    good: instance('ENCRYPTED_ONLY'),
  },
});

function instance(mode: string): string {
  return `resource "google_alloydb_instance" "orders" {
  cluster       = "projects/acme/locations/europe-west3/clusters/orders"
  instance_id   = "orders"
  instance_type = "PRIMARY"

  client_connection_config {
    ssl_config {
      ssl_mode = "${mode}"
    }
  }
}
`;
}
