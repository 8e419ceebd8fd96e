import { databases, engineOf } from '../../graph/gcp/databases.ts';
import { check, type Fault } from '../check.ts';

/** Switches that write a page of figures for each statement. Source: PostgreSQL documentation, Statistics Monitoring. */
const costly = /^log_(executor|parser|planner|statement)_stats$/;

export default check({
  id: 'gcp/sql-statistics-logged',
  title: 'PostgreSQL that logs figures for every statement',
  dimension: 'cost',
  severity: 'low',
  why: 'These switches are made to profile the server for an hour: they slow every statement down and fill the log, which is paid by the gigabyte. Query Insights and pg_stat_statements answer the same question without.',
  sameAs: ['checkov:CKV2_GCP_14', 'checkov:CKV2_GCP_15', 'checkov:CKV2_GCP_16', 'checkov:CKV2_GCP_17'],
  sources: ['https://www.postgresql.org/docs/current/runtime-config-statistics.html'],
  visits: databases,
  judge({ resource, node }): readonly Fault[] {
    if (engineOf(node) !== 'postgres') return [];
    return node.list('settings', 'database_flags').flatMap((flag) => {
      const name = flag.text('name') ?? '';
      const value = flag.get('value');
      if (!costly.test(name) || !value || !/^(on|true|1)$/i.test(value.text() ?? '')) return [];
      return [
        {
          message: `${resource.address} sets ${name} to on, which slows every statement down and fills the log: set it to "off".`,
          at: value,
          key: name,
          fix: {
            safety: 'safe' as const,
            summary: `set ${name} to off`,
            edits: [{ op: 'replace' as const, node: value, value: 'off' }],
          },
        },
      ];
    });
  },
  examples: {
    bad: database('on'),
    good: database('off'),
  },
});

function database(value: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    database_flags {
      name  = "log_planner_stats"
      value = "${value}"
    }
  }
}
`;
}
