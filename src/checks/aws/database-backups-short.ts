import { isSelectedForBackup } from '../../graph/aws/backups.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Severity } from '../../model/dimension.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Days that automated backups are kept where nothing is said. Source: Terraform AWS provider, backup_retention_period of each resource. */
const defaults: Readonly<Record<string, number>> = {
  aws_db_instance: 0,
  aws_rds_cluster: 1,
  aws_docdb_cluster: 1,
  aws_neptune_cluster: 1,
};

/** Source: RDS API, CreateDBInstance. */
const mostDays = 35;

/** A mistake made on a Friday is found on Monday, and in production looked into until the next. */
const fewestDays = 7;
const weekend = 3;

export default check({
  id: 'aws/database-backups-short',
  title: 'Database without backups to go back to',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'Automated backups are what a bad migration, a wrong DELETE or ransomware is undone with: they allow to restore any second of the days that they are kept. Retention 0 turns them off; one day is over before anybody has noticed. Seven days are asked for in production, and a weekend elsewhere.',
  sameAs: [
    'checkov:CKV_AWS_133',
    'checkov:CKV_AWS_360',
    'checkov:CKV_AWS_361',
    'kics:terraform/aws/rds_cluster_with_backup_disabled',
    'kics:terraform/aws/rds_with_backup_disabled',
    'trivy:AWS-0077',
  ],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html',
  ],
  visits: resources(...Object.keys(defaults)),
  judge({ resource, node }, graph) {
    if (node.has('replicate_source_db') || node.has('replication_source_identifier')) return;
    const retention = node.get('backup_retention_period');
    const days = retention?.amount() ?? defaults[resource.type]!;
    if (days > mostDays)
      return {
        message: `${resource.address} asks for backups of ${days} days, and AWS refuses more than ${mostDays}: set ${mostDays}, and keep what is needed longer with AWS Backup.`,
        at: retention ?? node,
        severity: 'medium',
      };
    if (days >= fewestDays || isSelectedForBackup(graph, resource)) return;
    const severity = weigh(resource, days);
    if (!severity) return;
    return {
      message:
        days === 0
          ? `${resource.address} has no automated backups (retention 0), so nothing that happens to its data can be undone: keep at least ${fewestDays} days.`
          : `${resource.address} keeps backups for ${days === 1 ? 'one day' : `${days} days`}, less than it often takes to notice that data is wrong: keep at least ${fewestDays}.`,
      at: retention ?? node,
      severity,
      fix: {
        safety: 'unsafe',
        summary: `set backup_retention_period to ${fewestDays} (an instance that had none is restarted)`,
        edits: [{ op: 'set', in: node, path: ['backup_retention_period'], value: fewestDays }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine                  = "postgres"\n  instance_class          = "db.t4g.medium"\n  storage_encrypted       = true\n  backup_retention_period = 0\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine                  = "postgres"\n  instance_class          = "db.t4g.medium"\n  storage_encrypted       = true\n  backup_retention_period = 14\n}\n',
  },
});

function weigh(resource: Resource, days: number): Severity | undefined {
  if (isProduction(resource)) return days === 0 ? 'high' : 'medium';
  if (isNonProduction(resource)) return days === 0 ? 'low' : undefined;
  if (days === 0) return 'medium';
  return days < weekend ? 'low' : undefined;
}
