import { isNonProduction } from '../../graph/circumstances.ts';
import { databases, isReplica } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-backups-few',
  title: 'Database whose backups are kept for less than a week',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Data that was damaged on a Friday is often noticed on the next Friday. Cloud SQL keeps seven backups unless told otherwise, and more cost little, as each holds only what changed.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/backups#retention'],
  visits: databases,
  judge({ resource, node }) {
    if (isReplica(node) || isNonProduction(resource)) return;
    const unit = node.text('settings', 'backup_configuration', 'backup_retention_settings', 'retention_unit');
    const kept = node.get(
      'settings',
      'backup_configuration',
      'backup_retention_settings',
      'retained_backups',
    );
    const count = kept?.amount();
    if (!kept || count === undefined || count >= 7 || (unit !== undefined && unit !== 'COUNT')) return;
    return {
      message: `${resource.address} keeps ${count} ${count === 1 ? 'backup' : 'backups'}, one a day: damage that is noticed later is in all of them. Keep at least 7.`,
      at: kept,
      fix: {
        safety: 'safe',
        summary: 'keep 7 backups',
        edits: [{ op: 'replace', node: kept, value: 7 }],
      },
    };
  },
  examples: {
    bad: database(2),
    good: database(14),
  },
});

function database(count: number): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    backup_configuration {
      enabled = true

      backup_retention_settings {
        retained_backups = ${count}
      }
    }
  }
}
`;
}
