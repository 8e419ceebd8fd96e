import { databases } from '../../graph/gcp/databases.ts';
import { isInternet } from '../../graph/network/ranges.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-open-to-internet',
  title: 'Database open to the internet',
  dimension: 'security',
  severity: 'critical',
  why: 'The whole internet is an authorised network of this database, so that a password is all that guards its data, and passwords are guessed without end. Use a private address, or the Cloud SQL Auth Proxy, which needs no authorised network at all.',
  sameAs: [
    'checkov:CKV_GCP_11',
    'kics:terraform/gcp/sql_db_instance_is_publicly_accessible',
    'regula:FG_R00434',
    'trivy:GCP-0017',
  ],
  controls: ['cis-gcp:6.5', 'pci-dss:1.3.1', 'soc2:CC6.6', 'gdpr:32(1)(b)'],
  sources: ['https://cloud.google.com/sql/docs/postgres/authorize-networks'],
  visits: databases,
  judge({ resource, node }) {
    const configuration = node.get('settings', 'ip_configuration');
    if (!configuration) return;
    const isPrivate = configuration.flag('ipv4_enabled') === false;
    const open = configuration
      .list('authorized_networks')
      .map((network) => network.get('value'))
      .find((range) => range && isInternet(range.text() ?? ''));
    if (!open) return;
    return {
      message: isPrivate
        ? `${resource.address} authorises ${open.text()}, which holds from the day it is given a public address: take the network out.`
        : `${resource.address} lets ${open.text()} connect, so that only passwords guard its data: take the network out, and connect through a private address or the Cloud SQL Auth Proxy.`,
      at: open,
      ...(isPrivate && { severity: 'low' }),
    };
  },
  examples: {
    bad: database('0.0.0.0/0'),
    good: database('203.0.113.0/28'),
  },
});

function database(range: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"
  region           = "europe-west3"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      authorized_networks {
        name  = "office"
        value = "${range}"
      }
    }
  }
}
`;
}
