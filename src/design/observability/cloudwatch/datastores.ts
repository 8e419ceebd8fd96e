import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { vaultOf } from '../backups.ts';
import { mostConnections } from '../record/datastores.ts';
import type { CloudAlarm } from './alarm.ts';

/** Alarms on what is kept, besides those that its modules bring. */
export function dataAlarms(architecture: Architecture, environment: Environment): readonly CloudAlarm[] {
  if (environment.cluster) return [];
  return [...environment.datastores.flatMap(ofDatastore), ...ofBackups(architecture, environment)];
}

function ofDatastore(one: Environment['datastores'][number]): CloudAlarm[] {
  const { name, owner, tags, type } = one;
  const common = { owner, tags, urgent: false, period: 300, periods: 3, missing: 'notBreaching' } as const;
  if ((type === 'postgres' || type === 'mysql') && one.hosting === 'managed')
    return [
      {
        ...common,
        name: `${one.resourceName}-connections`,
        runbook: 'database-connections-high',
        summary: `Database ${name} has hardly any connections left`,
        metric: {
          namespace: 'AWS/RDS',
          name: 'DatabaseConnections',
          dimensions: { DBInstanceIdentifier: one.resourceName },
        },
        statistic: 'Maximum',
        threshold: Math.floor(mostConnections(one) * 0.85),
      },
    ];
  if (type !== 'table') return [];
  return (['Read', 'Write'] as const).map((kind) => ({
    ...common,
    name: `${one.resourceName}-${kind.toLowerCase()}s-throttled`,
    runbook: 'table-throttled',
    summary: `Table ${name} turns ${kind.toLowerCase()}s away`,
    metric: {
      namespace: 'AWS/DynamoDB',
      name: `${kind}ThrottleEvents`,
      dimensions: { TableName: one.tableName },
    },
    statistic: 'Sum',
    threshold: 10,
  }));
}

function ofBackups({ owner }: Architecture, environment: Environment): CloudAlarm[] {
  const vault = vaultOf({ environment });
  if (vault === undefined) return [];
  const dimensions = { BackupVaultName: vault };
  return [
    {
      name: `${vault}-failed`,
      runbook: 'backup-failed',
      owner,
      urgent: false,
      summary: `A backup into ${vault} failed: until the next one, more may be lost than the blueprint allows`,
      metric: { namespace: 'AWS/Backup', name: 'NumberOfBackupJobsFailed', dimensions },
      statistic: 'Sum',
      threshold: 0,
      period: 3600,
      periods: 1,
      missing: 'notBreaching',
    },
    {
      name: `${vault}-too-old`,
      runbook: 'backup-too-old',
      owner,
      urgent: environment.production,
      summary: `No backup has arrived in ${vault} for two days, although there is one daily`,
      metric: { namespace: 'AWS/Backup', name: 'NumberOfBackupJobsCompleted', dimensions },
      statistic: 'Sum',
      threshold: 1,
      below: true,
      period: 86_400,
      periods: 2,
      missing: 'breaching',
    },
  ];
}
