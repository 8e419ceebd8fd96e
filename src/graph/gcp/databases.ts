import type { Node } from '../../model/node.ts';
import { resources } from '../selector.ts';

export const databases = resources('google_sql_database_instance');

/** `postgres`, `mysql` or `sqlserver`; `undefined` where it is not said. @throws Undecided */
export function engineOf(body: Node): 'postgres' | 'mysql' | 'sqlserver' | undefined {
  const version = body.text('database_version') ?? '';
  if (version.startsWith('POSTGRES')) return 'postgres';
  if (version.startsWith('MYSQL')) return 'mysql';
  return version.startsWith('SQLSERVER') ? 'sqlserver' : undefined;
}

/** The major version of PostgreSQL: 16 of `POSTGRES_16`, 9 of `POSTGRES_9_6`. @throws Undecided */
export function postgresMajor(body: Node): number | undefined {
  const found = /^POSTGRES_(\d+)/.exec(body.text('database_version') ?? '');
  return found ? Number(found[1]) : undefined;
}

/** Whether it copies another instance, which has the backups. */
export function isReplica(body: Node): boolean {
  return body.has('master_instance_name') || body.text('instance_type') === 'READ_REPLICA_INSTANCE';
}

/** Whether its settings come with what it is a clone of: everything else has to have some. */
export function isCopy(body: Node): boolean {
  return !body.has('settings') && body.has('clone');
}

/** The value of a database flag. @throws Undecided where flags cannot be told */
export function flagNode(body: Node, name: string): Node | undefined {
  return body
    .list('settings', 'database_flags')
    .find((flag) => flag.text('name') === name)
    ?.get('value');
}

/** The setting that keeps what is needed to go back to a moment, by what each engine calls it. @throws Undecided */
export function recoveryOf(body: Node): string | undefined {
  const engine = engineOf(body);
  return engine && (engine === 'mysql' ? 'binary_log_enabled' : 'point_in_time_recovery_enabled');
}
