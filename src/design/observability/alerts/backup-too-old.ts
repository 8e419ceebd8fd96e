import type { Alert, Case, Rule } from '../alert.ts';
import { longestBetweenBackups, vaultOf } from '../backups.ts';
import { limits } from '../limits.ts';

const done = 'aws_backup_number_of_backup_jobs_completed_sum';
const velero = 'velero_backup_last_successful_timestamp';
const { hours, spare } = limits.backup;
const most = hours * 3600;

export const backupTooOld: Alert = {
  name: 'BackupTooOld',
  group: 'backups',
  severity: 'warning',
  runbook: 'backup-too-old',
  rules(here): Rule[] {
    const vault = vaultOf(here);
    const between = Math.ceil(longestBetweenBackups(here.environment) / 3600) + (hours - 24);
    const common = { owner: 'system', summary: 'The last backup is more than a day old' } as const;
    return [
      {
        ...common,
        expr: `time() - max by (schedule) (${velero}{schedule!=""}) > ${most}`,
        for: '30m',
        labels: { of: 'cluster' },
        description: `Schedule {{ $labels.schedule }} of Velero has made no backup of the cluster for ${hours} hours.`,
      },
      ...(vault === undefined
        ? []
        : [
            {
              ...common,
              expr: `sum(max_over_time(${done}{dimension_BackupVaultName="${vault}"}[${between}h])) == 0`,
              for: `${spare}h`,
              labels: { of: 'data' },
              description: `No backup has arrived in ${vault} for ${between} hours, although each database, bucket and table is backed up daily${here.environment.schedule ? ' while it is on' : ''}.`,
            },
          ]),
    ];
  },
  cases(here): Case[] {
    const vault = vaultOf(here);
    // the chart puts the name of its release before that of the schedule
    const of = `${velero}{schedule="velero-daily"}`;
    const cases: Case[] = [
      {
        about: 'the last backup of the cluster is of the day before yesterday',
        series: { [of]: `-${most + 3600}x60` },
        at: '45m',
        fires: [{ labels: { schedule: 'velero-daily', of: 'cluster' } }],
      },
      { about: 'the cluster was backed up last night', series: { [of]: '-20000x60' }, at: '45m' },
    ];
    if (vault !== undefined) {
      const series = `${done}{dimension_BackupVaultName="${vault}"}`;
      cases.push(
        {
          about: 'no data was backed up',
          series: { [series]: '0x140' },
          at: '130m',
          fires: [{ rule: 1, labels: { of: 'data' } }],
        },
        { about: 'data was backed up last night', series: { [series]: '0x10 3 0x130' }, at: '130m' },
      );
    }
    return cases;
  },
};
