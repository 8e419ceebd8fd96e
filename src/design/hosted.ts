import { bucketName } from '../blueprint/names.ts';
import { addonNamespaces } from './addon-namespaces.ts';
import type { Cache, Database, Datastore } from './datastore.ts';
import type { Environment } from './environment.ts';
import { nameIn } from './names.ts';

/** A database or cache that the cluster hosts itself. */
export type Hosted = (Database | Cache) & { readonly hosting: 'self-hosted' };
export type HostedDatabase = Hosted & Database;
export type HostedCache = Hosted & Cache;

/** Whether it runs in the cluster, and AWS does not run it. */
export function isHosted(datastore: Datastore): datastore is Hosted {
  return 'hosting' in datastore && datastore.hosting === 'self-hosted';
}

export function hostedIn({ datastores }: Pick<Environment, 'datastores'>): readonly Hosted[] {
  return datastores.filter(isHosted);
}

/** How a hosted datastore is told in words. */
export function hostedAs(one: Hosted): string {
  const each = `${one.cpuMilli}m and ${one.memoryMi} MiB`;
  return one.type === 'redis'
    ? `Valkey ${one.version} in the cluster, ${one.nodes} × ${each}`
    : `PostgreSQL ${one.version} in the cluster, ${one.instances} × ${each}`;
}

/** The user that owns a hosted database; people and services connect as nobody else. */
export const hostedUser = 'app';

/** The label that finds the pods of a hosted datastore, and of one that was restored beside it. */
export const hostedLabel = 'plinth.dev/datastore';

/** The class of volumes that hold what cannot be made anew. */
export const hostedStorageClass = 'databases';

/** The name in the cluster of what takes writes. It stays the same when another instance, or a restored one, takes them. */
export function hostOf({ name }: Hosted): string {
  return `${name}.${addonNamespaces.data}.svc.cluster.local`;
}

/** The Secret that holds the password of a hosted datastore, in the namespace of data. */
export function loginSecretOf({ name }: Hosted): string {
  return `${name}-login`;
}

/** Whether its log and copies of it go to a bucket; a cache is copied by snapshots of its volumes. */
export function isArchived(one: Hosted): one is HostedDatabase {
  return one.type === 'postgres' && one.backups !== 'none';
}

/** The bucket with the copies and the log of a hosted database. */
export function archiveOf({ name }: Hosted, environment: Environment): string {
  return bucketName(nameIn(environment, name, 'archive'), environment.system, environment.account);
}

/** The copy of that bucket in the recovery region. */
export function archiveReplicaOf({ name }: Hosted, environment: Environment): string {
  return bucketName(nameIn(environment, name, 'archive-copy'), environment.system, environment.account);
}

/** The ObjectStore, in a recovery region, of what the database there begins from. */
export function copyStoreOf({ name }: Hosted): string {
  return `${name}-copy`;
}

/** Seconds after which a segment of the log goes to the bucket although it is not full: half of what may be lost, for the way there. */
export function archiveSeconds({ rpoSeconds }: Hosted): number {
  return Math.max(60, Math.min(300, Math.floor(rpoSeconds / 2)));
}

/** The alias of the key that volumes of hosted datastores are encrypted with, without the prefix `alias/`. */
export function volumesKeyOf(environment: Environment): string {
  return nameIn(environment, environment.system, 'volumes-key');
}

/** What the container beside the database that copies its log asks for. */
export const archiver = { cpuMilli: 100, memoryMi: 256 } as const;

/** Gibibytes of its volume: what it needs in a year, since it grows only when a person says so. EBS has 16 TiB at most. */
export function volumeGbOf({ storageGbInAYear }: Hosted): number {
  return Math.min(16_384, Math.max(10, storageGbInAYear));
}

/** Ten megabytes of memory for each connection, beside what is cached. */
export function mostConnectionsOf({ memoryMi }: HostedDatabase): number {
  return Math.min(400, Math.floor(memoryMi / 20));
}

/** Days of which AWS restores any second, or keeps snapshots of a cache: 35 at most. What we host ourselves has no such limit. */
export function restorableDays(one: Datastore): number {
  return isHosted(one) ? one.retentionDays : Math.min(35, one.retentionDays);
}
