import { toGigabytes, toSeconds } from './amounts.ts';
import type { DatastoreAsked } from './blueprint.ts';
import type { WrittenBlueprint } from './schema.ts';

type Written = NonNullable<WrittenBlueprint['datastores']>[string];

/** A datastore with every default that is no decision. */
export function fillInDatastore(name: string, written: Written, owner: string): DatastoreAsked {
  const { rpo, rto, storage, growth, retention, ...rest } = written;
  return {
    ...rest,
    name,
    owner: rest.owner ?? owner,
    size: rest.size ?? 'small',
    storageGb: toGigabytes(storage ?? '20GB'),
    growth: Number.parseFloat(growth ?? '5%') / 100,
    sensitivity: rest.sensitivity ?? 'confidential',
    ...(rpo === undefined ? {} : { rpoSeconds: toSeconds(rpo) }),
    ...(rto === undefined ? {} : { rtoSeconds: toSeconds(rto) }),
    ...(retention === undefined ? {} : { retentionDays: retention }),
    fifo: rest.fifo ?? false,
    key: rest.key ?? 'id',
    subscribers: rest.subscribers ?? [],
  };
}
