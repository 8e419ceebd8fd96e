import { databases } from '../../../data/prices/aws.ts';
import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import type { FunctionHere } from '../workload.ts';

/** Bytes of memory for each connection that RDS allows. Source: docs.aws.amazon.com, RDS quotas, max_connections. */
const bytesEach = { postgres: 9_531_392, mysql: 12_582_880 } as const;

/** What a database takes at most, as RDS sets it by its memory. */
export function connectionsOf(one: Datastore): number | undefined {
  if (one.type !== 'postgres' && one.type !== 'mysql') return undefined;
  const memoryMi = databases[one.instanceClass as keyof typeof databases]?.memoryMi;
  return memoryMi === undefined
    ? undefined
    : Math.min(5000, Math.floor((memoryMi * 2 ** 20) / bytesEach[one.type]));
}

/** Functions that call a database. */
export function functionsOf({ functions }: Pick<Environment, 'functions'>, database: string): FunctionHere[] {
  return functions.filter(({ needs }) => needs.some(({ name }) => name === database));
}

/** Functions that take more connections together than a database has: one each, for as long as it runs. */
export function checkConnections(
  blueprint: Blueprint,
  environments: readonly Pick<Environment, 'name' | 'functions' | 'datastores'>[],
): Complaint[] {
  const main = environments.at(-1)!;
  return main.datastores.flatMap((one): Complaint[] => {
    const most = connectionsOf(one);
    const callers = functionsOf(main, one.name).filter(({ concurrency }) => concurrency !== undefined);
    const wanted = callers.reduce((sum, { concurrency = 0 }) => sum + concurrency, 0);
    const [largest] = [...callers].sort((a, b) => b.concurrency! - a.concurrency!);
    return most === undefined || wanted <= most || !largest
      ? []
      : [
          {
            path: ['functions', largest.name, 'concurrency'],
            message: `${callers.map(({ name }) => name).join(' and ')} may run ${wanted} at once, each with a connection of its own, and ${one.name} (${blueprint.datastores.find(({ name }) => name === one.name)!.size}) takes about ${most} in ${main.name}: lower it, or take a larger size`,
          },
        ];
  });
}
