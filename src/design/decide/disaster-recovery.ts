import { asDuration } from '../../blueprint/amounts.ts';
import type { DatastoreAsked } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { Decided, Facts } from './decided.ts';

export type Recovery = 'backup-restore' | 'pilot-light' | 'warm-standby';

/** Within this a region has to be back for people to need something that runs there already. */
const warmBelow = 30 * 60;
/** Restoring databases and bringing everything up from code takes about this long. */
const pilotBelow = 8 * 3600;
const dayly = 24 * 3600;

/** How a lost region is recovered from, by the strictest targets of any datastore. */
export function decideRecovery({ blueprint, main }: Facts): Decided<Recovery> {
  const { datastores, decisions } = blueprint;
  const rto = Math.min(...datastores.map(({ rtoSeconds }) => rtoSeconds ?? 8 * 3600), dayly);
  const rpo = Math.min(...datastores.map(({ rpoSeconds }) => rpoSeconds ?? dayly), dayly);
  // a default is a target too, but nobody asked for another region because of it
  const told = Math.min(rpo, ...datastores.map((one) => (main.production ? rpoByDefault(one) : dayly)));
  const decided: Recovery =
    main.recoveryRegion === undefined
      ? 'backup-restore'
      : rto < warmBelow
        ? 'warm-standby'
        : rto < pilotBelow || rpo < 15 * 60
          ? 'pilot-light'
          : 'backup-restore';
  const choice = decisions.recovery ?? decided;
  return {
    choice,
    complaints: [
      ...datastores.flatMap((one) => ofDatastore(one, blueprint.environments)),
      ...ofChoice(choice, { rto, rpo, main, asked: decisions.recovery }),
    ],
    decision: {
      id: 'disaster-recovery',
      title: 'How a lost region is recovered from',
      context: [
        `The strictest targets are an RPO of ${asDuration(told)} and an RTO of ${asDuration(rto)}.`,
        main.recoveryRegion === undefined
          ? `${main.name} names no recovery region: the targets hold for a lost zone, a lost database and a mistake, not for a lost region.`
          : `${main.name} is in ${main.region} and would be recovered in ${main.recoveryRegion}.`,
      ],
      options: [
        {
          name: 'backup-restore',
          summary:
            'Backups, copied to the other region where there is one; everything else is made anew from code. RTO in hours, RPO as old as the last copy.',
        },
        {
          name: 'pilot-light',
          summary:
            'Data is replicated and the network stands; what computes is made when it is needed. RTO in tens of minutes to hours, RPO in seconds to minutes.',
        },
        {
          name: 'warm-standby',
          summary:
            'A small copy of everything runs and is made larger. RTO in minutes, about a third more for everything.',
        },
      ],
      choice,
      why: [
        choice === 'backup-restore'
          ? 'Restoring backups meets the targets, and nothing else stands idle.'
          : choice === 'pilot-light'
            ? 'Data must be there already, and the time allowed is enough to bring the rest up from code.'
            : 'There is no time to bring anything up.',
      ],
      consequences: ['Restoring is drilled on a schedule, and the time it took is held against the RTO.'],
      wouldChange: [
        `A recovery region with an RTO below ${asDuration(warmBelow)} leads to warm-standby, below ${asDuration(pilotBelow)} (or an RPO below 15m) to pilot-light.`,
      ],
      key: 'decisions.recovery',
      asked: decisions.recovery !== undefined,
    },
  };
}

/** Seconds that may be lost where nothing is asked for, in production. */
export function rpoByDefault({ type, rpoSeconds, backups }: DatastoreAsked): number {
  const byDay = backups === 'daily' || ['redis', 'queue', 'topic'].includes(type);
  return rpoSeconds ?? (byDay ? dayly : 300);
}

/** Targets that the backups asked for cannot hold. */
function ofDatastore(
  { name, type, backups, rpoSeconds, hosting }: DatastoreAsked,
  environments: Facts['blueprint']['environments'],
): Complaint[] {
  const path = ['datastores', name, backups === undefined ? 'rpo' : 'backups'];
  if (rpoSeconds === undefined) return [];
  const told = asDuration(rpoSeconds);
  if (backups === 'none')
    return [
      {
        path,
        message: `${name} may lose ${told} and has no backups, so it could lose everything: take daily or continuous, or leave rpo out`,
      },
    ];
  if (backups === 'daily' && rpoSeconds < dayly)
    return [
      {
        path,
        message: `daily backups lose up to a day, and ${name} may lose ${told}: take continuous, or raise rpo to 24h`,
      },
    ];
  const elsewhere = environments.find(({ recoveryRegion }) => recoveryRegion !== undefined);
  if (type === 'redis' && elsewhere)
    return [
      {
        path,
        message: `nothing of a cache is kept in ${elsewhere.recoveryRegion}, where ${name} begins empty, and it may lose ${told}: keep what must outlive ${elsewhere.region} in a database or a table, or leave rpo out, and let it fill again from its sources`,
      },
    ];
  if (type === 'redis' && rpoSeconds < dayly)
    return [
      {
        path,
        message: `a cache is copied once a day, and ${name} may lose ${told}: keep what must not be lost in a database, or raise rpo to 24h`,
      },
    ];
  if ((type === 'queue' || type === 'topic') && rpoSeconds < dayly)
    return [
      {
        path,
        message: `a ${type} has no backups: what is in it lives in one region; leave rpo out, and let the sender be able to send again`,
      },
    ];
  if (hosting === 'self-hosted' && rpoSeconds < 300)
    return [
      {
        path,
        message: `a self-hosted ${type} sends its log to S3 every 5m, and ${name} may lose ${told}: take managed, or raise rpo to 5m`,
      },
    ];
  return [];
}

function ofChoice(
  choice: Recovery,
  { rto, rpo, main, asked }: { rto: number; rpo: number; main: Facts['main']; asked: Recovery | undefined },
): Complaint[] {
  if (asked === undefined) return [];
  const path = ['decisions', 'recovery'];
  if (choice !== 'backup-restore' && main.recoveryRegion === undefined)
    return [
      { path, message: `${choice} needs somewhere to stand: set environments.${main.name}.recoveryRegion` },
    ];
  if (main.recoveryRegion !== undefined && choice === 'backup-restore' && (rto < 3600 || rpo < 15 * 60))
    return [
      {
        path,
        message: `restoring backups in another region takes hours, and the targets are RPO ${asDuration(rpo)} and RTO ${asDuration(rto)}: take pilot-light`,
      },
    ];
  if (choice === 'pilot-light' && rto < 15 * 60)
    return [
      { path, message: `bringing up what computes takes longer than ${asDuration(rto)}: take warm-standby` },
    ];
  return [];
}
