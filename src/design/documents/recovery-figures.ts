import { behaviours } from '../../../data/availability/promises.ts';
import { asDuration } from '../../blueprint/amounts.ts';
import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { archiveSeconds, isHosted, restorableDays } from '../hosted.ts';

/** What a failure takes, in seconds: data at most, and time; `lost` where nothing brings it back. */
export interface Figures {
  readonly rpo: number | 'lost';
  readonly rto: number | 'lost';
  /** what they follow from */
  readonly by: string;
}

export interface Recoveries {
  readonly datastore: Datastore;
  /** its machine or zone fails */
  readonly zone: Figures;
  /** what it holds was destroyed or spoiled, by a mistake or on purpose */
  readonly mistake: Figures;
  /** absent where there is no recovery region and nobody asked for one */
  readonly region: Figures;
  /** targets that the figures miss, in words */
  readonly misses: readonly string[];
}

const minute = 60;
const hour = 3600;
const day = 24 * hour;

/**
 * Until a restore of so much is done. No provider publishes it: half an hour, and an hour for each 250 GB, are assumed
 * until a drill has measured it.
 */
export function restoreSeconds(storageGb: number): number {
  return Math.ceil((hour / 2 + (storageGb / 250) * hour) / (5 * minute)) * 5 * minute;
}

/**
 * Until what computes is there in another region: a cluster and its add-ons made from code, or workloads brought into
 * those that stand, or more of what runs. Assumed.
 */
export const rebuildSeconds = {
  'backup-restore': 2 * hour,
  'pilot-light': 30 * minute,
  'warm-standby': 10 * minute,
} as const;
/** Promoting a replica, and pointing names at it. Assumed. */
const promoteSeconds = 10 * minute;

/**
 * What every datastore of an environment can be brought back from.
 * @param replicated whether a replica of it is in what was written, not only intended
 */
export function recoveriesOf(
  environment: Environment,
  replicated: (one: Datastore) => boolean,
): readonly Recoveries[] {
  return environment.datastores.map((datastore) => {
    const zone = zoneLost(datastore, environment);
    const mistake = spoiled(datastore);
    const region = regionLost(datastore, environment, replicated(datastore));
    return {
      datastore,
      zone,
      mistake,
      region,
      misses: missesOf(datastore, environment, { zone, mistake, region }),
    };
  });
}

function zoneLost(one: Datastore, { production }: Environment): Figures {
  if (!('hosting' in one)) return { rpo: 0, rto: 0, by: 'AWS keeps it in several zones' };
  if (one.type === 'redis')
    return one.nodes > 1
      ? { rpo: minute, rto: 5 * minute, by: 'a replica is promoted (assumed: it lags less than a minute)' }
      : {
          rpo: one.backups === 'none' ? 'lost' : day,
          rto: 15 * minute,
          by: 'the node is replaced, and filled from the last snapshot or not at all',
        };
  if (isHosted(one))
    return production
      ? {
          rpo: 0,
          rto: 2 * minute,
          by: 'the operator promotes the standby that has every commit (assumed: within two minutes)',
        }
      : { rpo: minute, rto: 2 * minute, by: 'the operator promotes a standby' };
  return one.multiZone
    ? {
        rpo: 0,
        rto: behaviours['rds-failover'].seconds[1],
        by: 'its standby takes over, as documented by RDS',
      }
    : { ...spoiled(one), by: 'it has no standby: where its zone is lost, it is restored' };
}

function spoiled(one: Datastore): Figures {
  const rto = restoreSeconds(one.storageGb);
  switch (one.type) {
    case 'queue':
    case 'topic':
      return {
        rpo: 'lost',
        rto: 0,
        by: 'nothing keeps a copy of messages: senders have to be able to send again',
      };
    case 'bucket':
      return one.backups === 'none'
        ? { rpo: 'lost', rto, by: 'it has no backups' }
        : {
            rpo: 0,
            rto: hour / 2,
            by: `former versions are kept ${one.retentionDays} days (assumed: half an hour to take the marks away)`,
          };
    case 'redis':
      return one.backups === 'none'
        ? { rpo: 'lost', rto: 15 * minute, by: 'it has no snapshots: it fills again from its sources' }
        : { rpo: day, rto, by: `a snapshot a day, kept ${restorableDays(one)} days` };
    default:
      return one.backups === 'none'
        ? { rpo: 'lost', rto, by: 'it has no backups' }
        : one.backups === 'daily'
          ? { rpo: day, rto, by: `a backup a day, kept ${one.retentionDays} days` }
          : {
              rpo: 5 * minute,
              rto,
              by: `any second of the last ${restorableDays(one)} days, up to five minutes ago${one.retentionDays > restorableDays(one) ? `; before that a backup a day, kept ${one.retentionDays} days` : ''}`,
            };
  }
}

function regionLost(one: Datastore, { recovery }: Environment, replicated: boolean): Figures {
  const kept = one.type !== 'queue' && one.type !== 'topic';
  if (recovery === undefined) return { rpo: 'lost', rto: 'lost', by: 'nothing of it is in another region' };
  const rebuild = rebuildSeconds[recovery.strategy];
  if (!kept)
    return { rpo: 'lost', rto: rebuild, by: 'what is in it lives in one region; it is made anew, empty' };
  if (one.crossRegion === 'none')
    return one.type === 'redis'
      ? { rpo: 'lost', rto: rebuild, by: 'it is made anew, empty, and fills from its sources' }
      : { rpo: 'lost', rto: 'lost', by: 'nothing of it is in another region' };
  if (isHosted(one) && recovery.strategy === 'warm-standby')
    return {
      rpo: 15 * minute + Math.ceil(archiveSeconds(one) / minute) * minute,
      rto: rebuild + promoteSeconds,
      by: `its log is copied to ${recovery.region} as it is written, within a quarter of an hour, and the one there, which follows that, takes writes when it is told to`,
    };
  if (isHosted(one))
    return {
      rpo: 15 * minute + Math.ceil(archiveSeconds(one) / minute) * minute,
      rto: rebuild + restoreSeconds(one.storageGb),
      by: `its archive is copied to ${recovery.region} as it is written, within a quarter of an hour, and restored there`,
    };
  if (one.crossRegion === 'replica' && replicated)
    return {
      rpo: minute,
      rto: rebuild + promoteSeconds,
      by: `its replica in ${recovery.region} takes its place (assumed: it lags less than a minute)`,
    };
  if (one.crossRegion === 'copies' && (one.type === 'postgres' || one.type === 'mysql'))
    return {
      rpo: 15 * minute,
      rto: rebuild + restoreSeconds(one.storageGb),
      by: `its backups in ${recovery.region} are restored (assumed: they are less than 15 minutes behind)`,
    };
  return {
    rpo: day,
    rto: rebuild + restoreSeconds(one.storageGb),
    by: `the last daily copy in ${recovery.region} is restored`,
  };
}

function missesOf(
  { name, type, rpoSeconds, rtoSeconds }: Datastore,
  { recovery }: Environment,
  figures: Omit<Recoveries, 'datastore' | 'misses'>,
): string[] {
  const flows = type === 'queue' || type === 'topic';
  const kinds = [
    ['a zone is lost', figures.zone],
    ...(flows ? [] : [['its data is destroyed', figures.mistake] as const]),
    // what flows, and what only buffers, is not carried to another region: that is told with what is not covered
    ...(recovery === undefined || flows || type === 'redis'
      ? []
      : [['the region is lost', figures.region] as const]),
  ] as const;
  return kinds.flatMap(([when, { rpo, rto }]) => [
    ...(rpo === 'lost' || rpo > rpoSeconds
      ? [
          `${name}: ${rpo === 'lost' ? 'everything' : `up to ${asDuration(rpo)}`} is lost when ${when}, and ${asDuration(rpoSeconds)} is allowed`,
        ]
      : []),
    ...(rto === 'lost' || rto > rtoSeconds
      ? [
          `${name}: ${rto === 'lost' ? 'nothing brings it back' : `it takes about ${asDuration(rto)}`} when ${when}, and ${asDuration(rtoSeconds)} is allowed`,
        ]
      : []),
  ]);
}

/** `5m`, `nothing`, `everything`. */
export function lostInWords(rpo: Figures['rpo']): string {
  return rpo === 'lost' ? 'everything' : rpo === 0 ? 'nothing' : `up to ${asDuration(rpo)}`;
}

/** `back in about 2h`, `back at once`, `never back`. */
export function timeInWords(rto: Figures['rto']): string {
  return rto === 'lost' ? 'never back' : rto === 0 ? 'back at once' : `back in about ${asDuration(rto)}`;
}
