import { behaviours } from '../../../data/availability/promises.ts';
import { missedTargets, type Recovery } from '../../simulation/figures/recovery.ts';
import type { Target } from '../../simulation/figures/targets.ts';
import {
  cacheWithoutReplica,
  cacheWithReplica,
  inAllZones,
  type Managed,
  withoutStandby,
  withStandby,
} from '../../simulation/platform/managed.ts';
import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { hostedAs, isHosted, restorableDays } from '../hosted.ts';
import type { Placing } from './place.ts';

/** A datastore as the service of AWS that it becomes. */
export function managedOf(datastore: Datastore, environment: Environment, place: Placing): Managed {
  const resource = place('datastore', datastore.name, 'datastores', datastore.name);
  const alone = { advice: `environments.${environment.name}.production: true, which gives it a standby` };
  switch (datastore.type) {
    case 'postgres':
    case 'mysql':
      return datastore.multiZone ? withStandby(resource) : { ...withoutStandby(resource), ...alone };
    case 'redis':
      return datastore.nodes > 1
        ? cacheWithReplica(resource, datastore.nodes, datastore.multiZone)
        : { ...cacheWithoutReplica(resource, datastore.nodes), ...alone };
    case 'bucket':
      return inAllZones(resource, 'bucket', 'S3, in all zones of the region', 's3');
    case 'table':
      return inAllZones(resource, 'table', 'DynamoDB, in all zones of the region', 'dynamodb');
    case 'queue':
      return inAllZones(resource, 'queue', 'SQS, in all zones of the region', 'messaging');
    case 'topic':
      return inAllZones(resource, 'queue', 'SNS, in all zones of the region', 'messaging');
  }
}

const dayly = 86_400;

/** What is kept of a datastore, beside what the blueprint asks of it. */
export function recoveryOf(datastore: Datastore, managed: Managed | undefined, place: Placing): Recovery {
  const { name, type, backups, retentionDays, crossRegion, rpoSeconds, rtoSeconds } = datastore;
  const kept =
    backups === 'none'
      ? { rpo: 'never' as const, rpoBy: 'it has no backups' }
      : type === 'bucket'
        ? { rpo: 0, rpoBy: 'versions, which a deleted or overwritten object comes back from' }
        : backups === 'daily'
          ? { rpo: dayly, rpoBy: `a backup a day, kept for ${retentionDays} days` }
          : type === 'redis'
            ? { rpo: dayly, rpoBy: `a snapshot a day, kept for ${retentionDays} days` }
            : {
                rpo: 300,
                rpoBy: `recovery to a point in time of ${restorableDays(datastore)} days, which reaches to about 5 minutes ago`,
              };
  const loss = managed?.onPrimaryLoss;
  // who asks for no backups asks for no RPO: a blueprint that names both is refused
  const target: Target = { ...(backups === 'none' ? {} : { rpo: rpoSeconds }), rto: rtoSeconds };
  const recovery: Recovery = {
    resource: place('datastore', name, 'datastores', name),
    as: managed?.as ?? (isHosted(datastore) ? hostedAs(datastore) : type),
    ...kept,
    failover: loss
      ? `${behaviours[loss].what}${behaviours[loss].seconds ? `: ${behaviours[loss].seconds[1]} seconds at most` : ''}`
      : managed
        ? 'the provider hides the failure of a machine'
        : 'another instance is made the primary by itself',
    rto: undefined,
    steps: ['the runbook of the datastore tells them, and a drill measures how long they take'],
    elsewhere: crossRegion === 'none' ? 'no' : 'yes',
    target,
    misses: [],
  };
  return { ...recovery, misses: missedTargets(recovery, target) };
}

/** Stores of data: what is in queues and topics lives in one region, and is sent again. */
export function keepsData({ type }: Datastore): boolean {
  return type !== 'queue' && type !== 'topic';
}
