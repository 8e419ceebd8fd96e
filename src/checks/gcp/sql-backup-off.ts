import { isNonProduction } from '../../graph/circumstances.ts';
import { databases, isCopy, isReplica, recoveryOf } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-backup-off',
  title: 'Database without backups',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'Cloud SQL makes no backups unless it is told to: a dropped table, a bad migration or a deleted instance is final. Automatic backups run every day and cost less than the disk that they copy.',
  sameAs: [
    'checkov:CKV_GCP_14',
    'kics:terraform/gcp/sql_db_instance_backup_disabled',
    'regula:FG_R00436',
    'trivy:GCP-0024',
  ],
  controls: ['cis-gcp:6.7', 'soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/backups'],
  visits: databases,
  judge({ resource, node }) {
    if (isReplica(node) || isCopy(node)) return;
    const setting = node.get('settings', 'backup_configuration', 'enabled');
    if (setting?.flag() === true) return;
    const recovery = recoveryOf(node);
    return {
      message: `${resource.address} has no automatic backups: what is deleted in it is gone. Set backup_configuration.enabled, and point-in-time recovery with it.`,
      at: setting ?? node.get('settings', 'backup_configuration') ?? node.get('settings') ?? node,
      ...(isNonProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: `enable automatic backups${recovery ? ' and recovery to a moment (restarts the instance)' : ''}`,
        edits: ['enabled', ...(recovery ? [recovery] : [])].map((name) => ({
          op: 'set' as const,
          in: node,
          path: ['settings', 'backup_configuration', name],
          value: true,
        })),
      },
    };
  },
  examples: {
    bad: 'resource "google_sql_database_instance" "orders" {\n  database_version = "POSTGRES_16"\n\n  settings {\n    tier = "db-custom-2-8192"\n  }\n}\n',
    good: 'resource "google_sql_database_instance" "orders" {\n  database_version = "POSTGRES_16"\n\n  settings {\n    tier = "db-custom-2-8192"\n\n    backup_configuration {\n      enabled = true\n    }\n  }\n}\n',
  },
});
