import type { Architecture } from '../../architecture.ts';
import type { Datastore, Table } from '../../datastore.ts';
import type { Environment } from '../../environment.ts';
import { lastingName, nameIn } from '../../names.ts';
import { longestBetweenBackups, vaultOf } from '../backups.ts';
import { limits } from '../limits.ts';
import { type CloudAlarm, type CloudEvent, fives } from './alarm.ts';
import { cacheAlarms } from './caches.ts';
import { copyAlarms, databaseAlarms, databaseEvents } from './databases.ts';
import { queueAlarms } from './queues.ts';

/** Alarms on what is kept. A cluster watches it too; these still tell when that does not. */
export function dataAlarms(architecture: Architecture, environment: Environment): readonly CloudAlarm[] {
  const kept = environment.datastores.filter(isManaged);
  // a copy that follows is watched where it is made: two roots with one name would take it from each other
  const main = architecture.environments.find(({ standby }) => standby?.name === environment.name);
  const there = new Set(main ? recoveryAlarms(main).map(({ name }) => name) : []);
  return [
    ...kept.flatMap((one) => ofDatastore(environment, one)).filter(({ name }) => !there.has(name)),
    ...(environment.cluster ? [] : ofBackups(architecture, environment)),
  ];
}

/** What is told of what is kept when it happens. */
export function dataEvents({ datastores }: Environment): readonly CloudEvent[] {
  return datastores
    .filter(isManaged)
    .flatMap((one) => (one.type === 'postgres' || one.type === 'mysql' ? databaseEvents(one) : []));
}

/** Alarms on the copies in the recovery region. */
export function recoveryAlarms(environment: Environment): readonly CloudAlarm[] {
  return environment.datastores.flatMap((one) =>
    (one.type === 'postgres' || one.type === 'mysql') &&
    isManaged(one) &&
    one.crossRegion === 'replica' &&
    one.backups !== 'none'
      ? copyAlarms(one, nameIn(environment, lastingName(one), 'db-recovery'))
      : [],
  );
}

function ofDatastore(environment: Environment, one: Datastore): CloudAlarm[] {
  switch (one.type) {
    case 'postgres':
    case 'mysql':
      return databaseAlarms(one);
    case 'redis':
      return cacheAlarms(one);
    case 'queue':
      return queueAlarms(environment, one);
    case 'table':
      return tableAlarms(one);
    default:
      return [];
  }
}

/** Operators in the cluster tell of the others. */
function isManaged(one: Datastore): boolean {
  return !('hosting' in one) || one.hosting === 'managed';
}

function tableAlarms({ name, owner, tags, resourceName, tableName }: Table): CloudAlarm[] {
  return (['Read', 'Write'] as const).map((kind) => ({
    name: `${resourceName}-${kind.toLowerCase()}s-throttled`,
    runbook: 'table-throttled',
    owner,
    tags,
    urgent: false,
    summary: `Table ${name} turns ${kind.toLowerCase()}s away`,
    metric: {
      namespace: 'AWS/DynamoDB',
      name: `${kind}ThrottleEvents`,
      dimensions: { TableName: tableName },
    },
    statistic: 'Sum',
    threshold: limits.tableThrottled.beyond,
    ...fives(limits.tableThrottled.minutes),
    missing: 'notBreaching',
  }));
}

function ofBackups({ owner }: Architecture, environment: Environment): CloudAlarm[] {
  const vault = vaultOf({ environment });
  if (vault === undefined) return [];
  const dimensions = { BackupVaultName: vault };
  const hours =
    Math.ceil(longestBetweenBackups(environment) / 3600) + limits.backup.hours - 24 + limits.backup.spare;
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
      urgent: false,
      summary: `No backup has arrived in ${vault} for ${hours} hours, although there is one daily${environment.schedule ? ' while databases are on' : ''}`,
      metric: { namespace: 'AWS/Backup', name: 'NumberOfBackupJobsCompleted', dimensions },
      statistic: 'Sum',
      threshold: 1,
      below: true,
      // so many hours without any
      period: 3600,
      periods: hours,
      missing: 'breaching',
    },
  ];
}
