import { databases, isCopy } from '../../graph/gcp/databases.ts';
import { isInternet } from '../../graph/network/ranges.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-public-address',
  title: 'Database with a public address',
  dimension: 'security',
  severity: 'medium',
  why: 'Cloud SQL gives an instance a public address unless it is told not to, and one authorised network too many then opens it. With a private address, or Private Service Connect, the database is not on the internet whatever its networks say.',
  sameAs: [
    'checkov:CKV_GCP_60',
    'kics:terraform/gcp/sql_db_instance_is_publicly_accessible',
    'regula:FG_R00435',
    'trivy:GCP-0017',
  ],
  controls: ['cis-gcp:6.6', 'pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/sql/docs/postgres/private-ip'],
  visits: databases,
  judge({ resource, node }) {
    const configuration = node.get('settings', 'ip_configuration');
    const setting = configuration?.get('ipv4_enabled');
    if (setting?.flag() === false) return;
    // an instance that the internet may connect to is a finding of its own
    const isOpen = configuration
      ?.list('authorized_networks')
      .some((network) => isInternet(String(network.peek('value')?.content)));
    if (isOpen) return;
    if (isCopy(node)) return;
    return {
      message: `${resource.address} has a public address${setting ? '' : ', as ipv4_enabled is left at its default'}: set ipv4_enabled to false, and private_network to the VPC of its clients.`,
      at: setting ?? configuration ?? node,
    };
  },
  examples: {
    bad: 'resource "google_sql_database_instance" "orders" {\n  database_version = "POSTGRES_16"\n\n  settings {\n    tier = "db-custom-2-8192"\n  }\n}\n',
    good: 'resource "google_sql_database_instance" "orders" {\n  database_version = "POSTGRES_16"\n\n  settings {\n    tier = "db-custom-2-8192"\n\n    ip_configuration {\n      ipv4_enabled    = false\n      private_network = "projects/acme-net/global/networks/shop"\n    }\n  }\n}\n',
  },
});
