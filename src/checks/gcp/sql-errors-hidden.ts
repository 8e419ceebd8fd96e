import { databases, engineOf, flagNode } from '../../graph/gcp/databases.ts';
import { check, type Fault } from '../check.ts';

/** Settings that leave out warnings, errors or their details, and what is right. Source: PostgreSQL documentation, When To Log. */
const hiding: Readonly<Record<string, readonly [bad: RegExp, right: string]>> = {
  log_min_messages: [/^(error|log|fatal|panic)$/i, 'warning'],
  log_min_error_statement: [/^(log|fatal|panic)$/i, 'error'],
  log_error_verbosity: [/^terse$/i, 'default'],
};

export default check({
  id: 'gcp/sql-errors-hidden',
  title: 'PostgreSQL that keeps its warnings to itself',
  dimension: 'observability',
  severity: 'low',
  why: 'Raised that far, the level drops the warnings that come before an outage, or the statement that an error came from, so that nobody can tell what failed. The defaults, warning and error, are right.',
  sameAs: ['checkov:CKV_GCP_55', 'checkov:CKV_GCP_109', 'regula:FG_R00428', 'trivy:GCP-0018'],
  controls: ['cis-gcp:6.2.1', 'cis-gcp:6.2.5', 'cis-gcp:6.2.6', 'soc2:CC7.2'],
  sources: ['https://www.postgresql.org/docs/current/runtime-config-logging.html'],
  visits: databases,
  judge({ resource, node }): readonly Fault[] {
    if (engineOf(node) !== 'postgres') return [];
    return Object.entries(hiding).flatMap(([name, [bad, right]]) => {
      const value = flagNode(node, name);
      if (!value || !bad.test(value.text() ?? '')) return [];
      return [
        {
          message: `${resource.address} sets ${name} to ${value.text()}, which drops what explains a failure: set it to "${right}".`,
          at: value,
          key: name,
          fix: {
            safety: 'safe' as const,
            summary: `set ${name} to its default`,
            edits: [
              {
                op: 'replace' as const,
                node: value,
                value: right,
              },
            ],
          },
        },
      ];
    });
  },
  examples: {
    bad: database('fatal'),
    good: database('warning'),
  },
});

function database(level: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    database_flags {
      name  = "log_min_messages"
      value = "${level}"
    }
  }
}
`;
}
