import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { lastingName, nameIn } from '../names.ts';

/** A datastore of a standby, under the name of what is kept there for it already. */
export function keptThere(one: Datastore, main: Environment | undefined): Datastore {
  const original = main?.datastores.find(({ name }) => name === one.name);
  if (!main || !original) return one;
  switch (one.type) {
    case 'postgres':
    case 'mysql':
      return one.hosting === 'managed' && 'connectionSecret' in original && original.crossRegion !== 'none'
        ? {
            ...one,
            resourceName: nameIn(main, lastingName(one), 'db-recovery'),
            connectionSecret: original.connectionSecret,
            addressSecret: one.connectionSecret.replace(/connection$/, 'address'),
          }
        : one;
    case 'bucket':
      return 'replicaName' in original && original.replicaName !== undefined
        ? { ...one, bucketName: original.replicaName }
        : one;
    // replicas of a table have its name, and so has what is restored
    case 'table':
      return 'tableName' in original
        ? { ...one, tableName: original.tableName, resourceName: original.resourceName }
        : one;
    default:
      return one;
  }
}
