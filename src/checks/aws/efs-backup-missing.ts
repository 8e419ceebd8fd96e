import { isSelectedForBackup } from '../../graph/aws/backups.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/efs-backup-missing',
  title: 'File system without backups',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'EFS keeps copies in several zones, which helps against broken disks and not against a wrong rm or ransomware. Made by Terraform it has no backups unless it is told to; made in the console it has. It weighs more in production; an environment that is named otherwise is left alone.',
  sameAs: ['checkov:CKV2_AWS_18'],
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html'],
  visits: resources('aws_efs_file_system'),
  judge({ resource }, graph) {
    if (isNonProduction(resource) || isSelectedForBackup(graph, resource)) return;
    const policies = companionsOf(graph, resource, 'aws_efs_backup_policy', 'file_system_id');
    if (policies.some(({ body }) => body.text('backup_policy', 'status') === 'ENABLED')) return;
    return {
      message: `${resource.address} has no backups: add an aws_efs_backup_policy with status ENABLED, or choose it in a backup plan.`,
      at: policies[0]?.body ?? resource.body,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_efs_file_system" "media" {\n  encrypted = true\n}\n',
    good: 'resource "aws_efs_file_system" "media" {\n  encrypted = true\n}\n\nresource "aws_efs_backup_policy" "media" {\n  file_system_id = aws_efs_file_system.media.id\n\n  backup_policy {\n    status = "ENABLED"\n  }\n}\n',
  },
});
