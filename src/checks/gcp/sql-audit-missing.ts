import { isProduction } from '../../graph/circumstances.ts';
import { databases, engineOf, flagNode, isReplica } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-audit-missing',
  title: 'Production PostgreSQL that does not tell who read what',
  dimension: 'observability',
  severity: 'info',
  why: 'Audit logs of Cloud SQL tell who changed the instance, not who read a table. The extension pgaudit writes that into Cloud Logging, for the tables and roles that are worth it.',
  sameAs: ['checkov:CKV_GCP_110'],
  controls: ['cis-gcp:6.2.8', 'pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://cloud.google.com/sql/docs/postgres/pg-audit'],
  visits: databases,
  judge({ resource, node }) {
    if (engineOf(node) !== 'postgres' || isReplica(node) || !node.has('settings')) return;
    const flag = flagNode(node, 'cloudsql.enable_pgaudit');
    if (flag?.text()?.toLowerCase() === 'on') return;
    // where it is written down that it is off, that is told everywhere
    if (!flag && !isProduction(resource)) return;
    return {
      message: `${resource.address} does not tell who read which table: set the flag cloudsql.enable_pgaudit to "on", and pgaudit.log to what is worth it.`,
      at: flag ?? node.get('settings')!,
    };
  },
  examples: {
    bad: database('off'),
    good: database('on'),
  },
});

function database(value: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    database_flags {
      name  = "cloudsql.enable_pgaudit"
      value = "${value}"
    }
  }
}
`;
}
