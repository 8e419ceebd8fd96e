import type { Alert } from '../alert.ts';
import { vaultOf } from '../backups.ts';

export const backupFailed: Alert = {
  name: 'BackupFailed',
  group: 'backups',
  severity: 'warning',
  runbook: 'backup-failed',
  rules(here) {
    const vault = vaultOf(here);
    if (vault === undefined) return [];
    return [
      {
        expr: `sum(aws_backup_number_of_backup_jobs_failed_sum{dimension_BackupVaultName="${vault}"}) > 0`,
        for: '1m',
        owner: 'system',
        summary: 'A backup failed',
        description: `A backup into ${vault} failed. Until the next one, more may be lost than the blueprint allows.`,
      },
    ];
  },
  cases(here) {
    const vault = vaultOf(here);
    if (vault === undefined) return [];
    const series = `aws_backup_number_of_backup_jobs_failed_sum{dimension_BackupVaultName="${vault}"}`;
    return [
      { about: 'one failed', series: { [series]: '1x20' }, at: '10m', fires: [{ labels: {} }] },
      { about: 'none failed', series: { [series]: '0x20' }, at: '10m' },
    ];
  },
};
