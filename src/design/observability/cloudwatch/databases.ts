import type { Database } from '../../datastore.ts';
import { limits, percent } from '../limits.ts';
import { allocatedGb, mostConnections } from '../record/datastores.ts';
import { type CloudAlarm, type CloudEvent, fives } from './alarm.ts';
import { ruleName } from './names.ts';

const gibibyte = 1024 ** 3;
const leastMemory = gibibyte / 4;

/** Alarms on a database of RDS. */
export function databaseAlarms(one: Database): CloudAlarm[] {
  return alarmsOf(one, one.resourceName, `database ${one.name}`, true);
}

function alarmsOf(one: Database, called: string, what: string, needed: boolean): CloudAlarm[] {
  const { owner, tags } = one;
  const capital = what.charAt(0).toUpperCase() + what.slice(1);
  const storage = allocatedGb(one) * gibibyte;
  const metric = (metricName: string) => ({
    namespace: 'AWS/RDS',
    name: metricName,
    dimensions: { DBInstanceIdentifier: called },
  });
  const common = { owner, tags, urgent: false, missing: 'notBreaching' } as const;
  const free = (share: number, minutes: number) => ({
    ...common,
    ...fives(minutes),
    runbook: 'database-storage-low',
    metric: metric('FreeStorageSpace'),
    statistic: 'Average' as const,
    threshold: Math.round(storage * share),
    below: true,
  });
  return [
    {
      ...free(limits.storageLow.beyond, limits.storageLow.minutes),
      name: `${called}-storage`,
      summary: `${capital} is running out of storage: less than ${percent(limits.storageLow.beyond)} percent is free, and it has not grown by itself`,
    },
    {
      ...free(limits.storageEnds.beyond, limits.storageEnds.minutes),
      name: `${called}-storage-ends`,
      urgent: needed,
      summary: `${capital} is about to stop taking writes: less than ${percent(limits.storageEnds.beyond)} percent of its storage is free`,
    },
    {
      ...common,
      ...fives(limits.busy.minutes),
      name: `${called}-cpu`,
      runbook: 'datastore-busy',
      summary: `The processors of ${what} have been busy for ${limits.busy.minutes} minutes: statements wait for each other`,
      metric: metric('CPUUtilization'),
      statistic: 'Average',
      threshold: percent(limits.busy.beyond),
    },
    {
      ...common,
      ...fives(15),
      name: `${called}-memory`,
      runbook: 'database-memory-low',
      summary: `${capital} has hardly any memory left: statements begin to use the disk`,
      metric: metric('FreeableMemory'),
      statistic: 'Average',
      threshold: leastMemory,
      below: true,
    },
    {
      ...common,
      ...fives(limits.connections.minutes),
      name: `${called}-connections`,
      runbook: 'database-connections-high',
      summary: `${capital} has hardly any connections left; those beyond the last are refused`,
      metric: metric('DatabaseConnections'),
      statistic: 'Maximum',
      threshold: Math.floor(mostConnections(one) * limits.connections.beyond),
    },
  ];
}

/** Alarms on the copy in the recovery region, which follows as fast as may be lost. */
export function copyAlarms(one: Database, called: string): CloudAlarm[] {
  const seconds = Math.max(300, one.rpoSeconds);
  return [
    ...alarmsOf(one, called, `the copy of database ${one.name}`, false),
    {
      name: `${called}-lag`,
      runbook: 'copy-behind',
      owner: one.owner,
      tags: one.tags,
      urgent: false,
      summary: `The copy of database ${one.name} is more than ${Math.round(seconds / 60)} minutes behind: were the region lost now, more would be lost with it than the blueprint allows`,
      metric: {
        namespace: 'AWS/RDS',
        name: 'ReplicaLag',
        dimensions: { DBInstanceIdentifier: called },
      },
      statistic: 'Maximum',
      threshold: seconds,
      ...fives(15),
      // a copy that says nothing follows nothing
      missing: 'breaching',
    },
  ];
}

/** What RDS tells of when it happens. Source: Amazon RDS user guide, event categories and messages. */
export function databaseEvents({ name, resourceName, owner, tags }: Database): CloudEvent[] {
  return [
    {
      name: ruleName(resourceName, 'failover'),
      runbook: 'datastore-failover',
      owner,
      tags,
      urgent: false,
      summary: `Database ${name} failed, or its standby took over`,
      pattern: {
        source: ['aws.rds'],
        'detail-type': ['RDS DB Instance Event'],
        detail: { SourceIdentifier: [resourceName], EventCategories: ['failover', 'failure'] },
      },
      says: { what: '$.detail.Message', at: '$.time' },
    },
  ];
}
