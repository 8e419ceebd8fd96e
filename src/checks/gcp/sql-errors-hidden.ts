import { databases, engineOf, flagNode } from '../../graph/gcp/databases.ts';
import { check, type Fault } from '../check.ts';

/** Levels that leave out warnings or errors. Source: PostgreSQL documentation, When To Log. */
const tooHigh: Readonly<Record<string, RegExp>> = {
  log_min_messages: /^(error|log|fatal|panic)$/i,
  log_min_error_statement: /^(log|fatal|panic)$/i,
};

export default check({
  id: 'gcp/sql-errors-hidden',
  title: 'PostgreSQL that keeps its warnings to itself',
  dimension: 'observability',
  severity: 'low',
  why: 'Raised that far, the level drops the warnings that come before an outage, or the statement that an error came from, so that nobody can tell what failed. The defaults, warning and error, are right.',
  sameAs: ['checkov:CKV_GCP_55', 'checkov:CKV_GCP_109', 'regula:FG_R00428', 'trivy:GCP-0018'],
  controls: ['cis-gcp:6.2.5', 'cis-gcp:6.2.6', 'soc2:CC7.2'],
  sources: ['https://www.postgresql.org/docs/current/runtime-config-logging.html'],
  visits: databases,
  judge({ resource, node }): readonly Fault[] {
    if (engineOf(node) !== 'postgres') return [];
    return Object.entries(tooHigh).flatMap(([name, levels]) => {
      const value = flagNode(node, name);
      if (!value || !levels.test(value.text() ?? '')) return [];
      return [
        {
          message: `${resource.address} sets ${name} to ${value.text()}, which drops what explains a failure: set it to "${name === 'log_min_messages' ? 'warning' : 'error'}".`,
          at: value,
          key: name,
          fix: {
            safety: 'safe' as const,
            summary: `set ${name} to its default`,
            edits: [
              {
                op: 'replace' as const,
                node: value,
                value: name === 'log_min_messages' ? 'warning' : 'error',
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
