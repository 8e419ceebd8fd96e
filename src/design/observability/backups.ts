import { isSwitched } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { isHosted } from '../hosted.ts';
import { nameIn } from '../names.ts';
import { longestGap } from './cron.ts';
import type { Here } from './here.ts';

const kinds = ['postgres', 'mysql', 'bucket', 'table'];

/** The most seconds between two backups: a day, or the time for which all that is backed up is off. */
export function longestBetweenBackups({ schedule, datastores }: Environment): number {
  const kept = datastores.filter(
    (one) => one.backups !== 'none' && !isHosted(one) && kinds.includes(one.type),
  );
  return schedule && kept.every(isSwitched) ? longestGap(schedule.upkeep.copy) : 86_400;
}

/** The vault of AWS Backup; `undefined` where nothing is backed up into one. */
export function vaultOf({ environment }: Pick<Here, 'environment'>): string | undefined {
  const kept = environment.datastores.some(
    (one) => one.backups !== 'none' && !isHosted(one) && kinds.includes(one.type),
  );
  return kept ? nameIn(environment, environment.system, 'backup') : undefined;
}
