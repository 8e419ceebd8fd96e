import { nameIn } from '../names.ts';
import type { Here } from './here.ts';

/** The vault of AWS Backup; `undefined` where nothing is backed up into one. */
export function vaultOf({ environment }: Pick<Here, 'environment'>): string | undefined {
  const kept = environment.datastores.some(
    ({ type, backups }) => backups !== 'none' && ['postgres', 'mysql', 'bucket', 'table'].includes(type),
  );
  return kept ? nameIn(environment, environment.system, 'backup') : undefined;
}
