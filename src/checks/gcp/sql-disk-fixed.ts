import { databases } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-disk-fixed',
  title: 'Database whose disk cannot grow',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A database whose disk is full takes no more writes, and may not start again. Cloud SQL grows the disk by itself unless that is switched off; a limit bounds the cost where growth would be a fault.',
  controls: ['soc2:A1.1'],
  sources: ['https://cloud.google.com/sql/docs/postgres/instance-settings#automatic-storage-increase-2ndgen'],
  visits: databases,
  judge({ resource, node }) {
    const setting = node.get('settings', 'disk_autoresize');
    if (setting?.flag() !== false) return;
    return {
      message: `${resource.address} stops taking writes once its disk is full: set disk_autoresize to true, with disk_autoresize_limit as a bound.`,
      at: setting,
      fix: {
        safety: 'safe',
        summary: 'set disk_autoresize to true',
        edits: [{ op: 'replace', node: setting, value: true }],
      },
    };
  },
  examples: {
    bad: database('false'),
    good: database('true'),
  },
});

function database(resize: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier            = "db-custom-2-8192"
    disk_autoresize = ${resize}
  }
}
`;
}
