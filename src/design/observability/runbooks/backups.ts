import type { Runbook } from './runbook.ts';

export const backupFailed: Runbook = {
  name: 'backup-failed',
  title: 'Backup failed',
  users: 'Nothing, unless something is lost before the next backup: then more is lost than was promised.',
  look: ({ environment }) => [
    {
      what: 'Which one, and why?',
      command:
        'aws backup list-backup-jobs --by-state FAILED --by-created-after "$(date -u -d \'2 days ago\' +%FT%TZ)" \\\n  --query "BackupJobs[].[CreationDate,ResourceType,ResourceArn,StatusMessage]" --output table',
    },
    ...(environment.recovery
      ? [
          {
            what: 'Was it the copy into the other region?',
            command:
              'aws backup list-copy-jobs --by-state FAILED --query "CopyJobs[].[CreationDate,ResourceArn,DestinationBackupVaultArn,StatusMessage]" --output table',
          },
        ]
      : []),
  ],
  causes: [
    ['It could not begin in time', '`EXPIRED` or a window that was missed, because of maintenance'],
    ['It may not', '`AccessDenied`: the role of AWS Backup, or the key of the data'],
    ['The source is being changed', 'the database was not `available` at that hour'],
  ],
  mitigate: () => [
    'Start it by hand, now: `aws backup start-backup-job` with the vault and role of the plan.',
    'It may not: apply the Terraform root that holds the plan.',
  ],
  after: ['Does the next one succeed? Do not close this before it has.'],
};

export const backupTooOld: Runbook = {
  name: 'backup-too-old',
  title: 'Last backup too old',
  users: 'Nothing, unless something is lost: then everything since the last backup is.',
  look: ({ compute }) => [
    {
      what: 'Were backups started?',
      command:
        'aws backup list-backup-jobs --by-created-after "$(date -u -d \'3 days ago\' +%FT%TZ)" \\\n  --query "BackupJobs[].[CreationDate,State,ResourceType,ResourceArn]" --output table',
    },
    ...(compute === 'eks'
      ? [
          {
            what: 'Is it the one of the cluster (`of="cluster"`)?',
            command:
              'kubectl get schedules,backups -n velero\nkubectl logs -n velero deploy/velero --since=26h | grep -i error | tail -20',
          },
        ]
      : []),
  ],
  causes: [
    ['They fail', 'see runbook `backup-failed`'],
    ['Nothing selects the resource any more', 'its tag or ARN changed, and the plan has nothing to do'],
    ['The schedule is paused', 'no job at all'],
  ],
  mitigate: ({ compute }) => [
    'Start one by hand: `aws backup start-backup-job`.',
    ...(compute === 'eks'
      ? ['The cluster: `velero backup create by-hand --from-schedule velero-daily --wait`.']
      : []),
  ],
  after: [
    'Restore the new backup once, as `docs/disaster-recovery.md` says: one that was never restored is a hope.',
  ],
};
