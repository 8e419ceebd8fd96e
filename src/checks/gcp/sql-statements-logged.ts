import { databases, engineOf, flagNode } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-statements-logged',
  title: 'PostgreSQL that logs every statement',
  dimension: 'security',
  severity: 'low',
  why: 'Every statement in the log means names, addresses and passwords in Cloud Logging, for everybody who may read logs, and a bill by the gigabyte. Log statements that take long, and let pgaudit record who touched what.',
  sameAs: ['checkov:CKV_GCP_57', 'regula:FG_R00430', 'trivy:GCP-0021'],
  controls: ['cis-gcp:6.2.7', 'soc2:CC6.1', 'gdpr:32(1)(b)'],
  sources: ['https://www.postgresql.org/docs/current/runtime-config-logging.html'],
  visits: databases,
  judge({ resource, node }) {
    if (engineOf(node) !== 'postgres') return;
    const duration = flagNode(node, 'log_min_duration_statement');
    const all = flagNode(node, 'log_statement');
    const at = isTiny(duration?.amount()) ? duration : all?.text()?.toLowerCase() === 'all' ? all : undefined;
    if (!at) return;
    return {
      message: `${resource.address} writes every statement, with the data in it, into its log: ${at === duration ? 'raise log_min_duration_statement to a second or more' : 'set log_statement to "ddl"'}.`,
      at,
    };
  },
  examples: {
    bad: database('0'),
    good: database('2000'),
  },
});

/** Milliseconds within which nearly every statement lies that is not slow. */
function isTiny(limit: number | undefined): boolean {
  return limit !== undefined && limit >= 0 && limit <= 10;
}

function database(value: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    database_flags {
      name  = "log_min_duration_statement"
      value = "${value}"
    }
  }
}
`;
}
