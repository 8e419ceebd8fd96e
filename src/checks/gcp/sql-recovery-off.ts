import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { databases, isReplica, recoveryOf } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-recovery-off',
  title: 'Database that cannot be set back to a moment',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'A daily backup alone loses up to a day of writes. With point-in-time recovery a copy of the database as it was a second before the mistake is made in minutes; it costs the logs of a week.',
  sameAs: ['checkov:CKV2_GCP_20'],
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(B)'],
  sources: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/pitr'],
  visits: databases,
  judge({ resource, node }) {
    // without backups there is nothing to set back, and that is a finding of its own
    if (isReplica(node) || node.flag('settings', 'backup_configuration', 'enabled') !== true) return;
    const name = recoveryOf(node);
    if (!name) return;
    const setting = node.get('settings', 'backup_configuration', name);
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} has daily backups only, so up to a day of writes is lost with it: set backup_configuration.${name}.`,
      at: setting ?? node.get('settings', 'backup_configuration')!,
      ...(isNonProduction(resource) && { severity: 'info' }),
      ...(isProduction(resource) && { severity: 'high' }),
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to true (restarts the instance; logs of a week are kept)`,
        edits: [{ op: 'set', in: node, path: ['settings', 'backup_configuration', name], value: true }],
      },
    };
  },
  examples: {
    bad: database(''),
    good: database('      point_in_time_recovery_enabled = true\n'),
  },
});

function database(recovery: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"

    backup_configuration {
      enabled                        = true
${recovery}    }
  }
}
`;
}
