import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { isArchived, isHosted } from '../hosted.ts';
import { lastingName, nameIn } from '../names.ts';

/** A datastore of a standby, under the name of what is kept there for it already. */
export function keptThere(one: Datastore, main: Environment | undefined): Datastore {
  const original = main?.datastores.find(({ name }) => name === one.name);
  if (!main || !original) return one;
  switch (one.type) {
    case 'postgres':
    case 'mysql':
      if (!('connectionSecret' in original) || original.crossRegion === 'none') return one;
      if (isHosted(one))
        return isArchived(one)
          ? {
              ...one,
              // it has the users of the one that it begins from, and the same name in its own cluster
              connectionSecret: original.connectionSecret,
              ...(main.recovery?.strategy === 'warm-standby' ? { follows: true as const } : {}),
            }
          : one;
      return {
        ...one,
        resourceName: nameIn(main, lastingName(one), 'db-recovery'),
        connectionSecret: original.connectionSecret,
        addressSecret: one.connectionSecret.replace(/connection$/, 'address'),
      };
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
