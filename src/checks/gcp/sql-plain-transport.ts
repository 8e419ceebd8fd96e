import { databases, isCopy } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

const encrypted = /^(ENCRYPTED_ONLY|TRUSTED_CLIENT_CERTIFICATE_REQUIRED)$/;

export default check({
  id: 'gcp/sql-plain-transport',
  title: 'Database that takes connections in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'Unless it asks for TLS, Cloud SQL also takes plain connections, and a client whose settings fall back sends password and rows readable through the network. The Cloud SQL Auth Proxy and connectors always encrypt, so that only others notice.',
  sameAs: [
    'checkov:CKV_GCP_6',
    'kics:terraform/gcp/sql_db_instance_with_ssl_disabled',
    'regula:FG_R00433',
    'trivy:GCP-0015',
  ],
  controls: ['cis-gcp:6.4', 'pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)', 'gdpr:32(1)(b)'],
  sources: ['https://cloud.google.com/sql/docs/postgres/configure-ssl-instance'],
  visits: databases,
  judge({ resource, node }) {
    if (isCopy(node)) return;
    const mode = node.get('settings', 'ip_configuration', 'ssl_mode');
    const text = mode?.text();
    // the argument of providers before version 6
    const required = node.get('settings', 'ip_configuration', 'require_ssl');
    if (text !== undefined ? encrypted.test(text) : required?.flag() === true) return;
    return {
      message: `${resource.address} also takes connections without TLS: set ip_configuration.ssl_mode to "ENCRYPTED_ONLY".`,
      at: mode ?? required ?? node.get('settings', 'ip_configuration') ?? node.get('settings') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'ask for TLS (clients that connect in the clear are refused)',
        edits: required
          ? [{ op: 'replace', node: required, value: true }]
          : [
              {
                op: 'set',
                in: node,
                path: ['settings', 'ip_configuration', 'ssl_mode'],
                value: 'ENCRYPTED_ONLY',
              },
            ],
      },
    };
  },
  examples: {
    bad: database('ALLOW_UNENCRYPTED_AND_ENCRYPTED'),
    good: database('ENCRYPTED_ONLY'),
  },
});

function database(mode: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      ssl_mode = "${mode}"
    }
  }
}
`;
}
