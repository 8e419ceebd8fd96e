import type { Sensitivity } from '../blueprint/blueprint.ts';
import type { Owner } from './architecture.ts';

/** What every datastore has, in one environment. All are encrypted with a customer's key. */
interface DatastoreCommon {
  readonly name: string;
  /** its former name where it was renamed: Terraform gets a `moved` block */
  readonly formerly?: string;
  readonly owner: Owner;
  readonly tags: Readonly<Record<string, string>>;
  readonly sensitivity: Sensitivity;
  /** how much may be lost */
  readonly rpoSeconds: number;
  /** how long it may be away */
  readonly rtoSeconds: number;
  /** `continuous` is point-in-time recovery where there is one */
  readonly backups: 'none' | 'daily' | 'continuous';
  /** days that backups are kept; 0 without backups */
  readonly retentionDays: number;
  /** what is kept in the recovery region: nothing, copies of backups, or a replica */
  readonly crossRegion: 'none' | 'copies' | 'replica';
  readonly deletionProtection: boolean;
  /** gigabytes today, and in a year at the growth that was told */
  readonly storageGb: number;
  readonly storageGbInAYear: number;
  /** names of workloads that need it */
  readonly usedBy: readonly string[];
  /** name in AWS (or of the operator's resource): `production-orders-db` */
  readonly resourceName: string;
}

/** Name of the secret with keys host, port, username, password, database (redis: host, port, password); Terraform writes it. */
interface Connected {
  /** `production/payments/orders/connection` */
  readonly connectionSecret: string;
  /** for a copy in another region, which has the users of its source: the secret with its own host */
  readonly addressSecret?: string;
  readonly port: number;
  readonly hosting: 'managed' | 'self-hosted';
}

export interface Database extends DatastoreCommon, Connected {
  readonly type: 'postgres' | 'mysql';
  /** `17` */
  readonly version: string;
  /** name of the database in it: `orders` */
  readonly databaseName: string;
  /** `db.t4g.medium`; for a self-hosted one its equal */
  readonly instanceClass: string;
  /** gigabytes that storage may grow to by itself */
  readonly maxStorageGb: number;
  /** whether a standby in another zone takes over */
  readonly multiZone: boolean;
  /** for a self-hosted one in a warm standby: it follows the one that it stands for, until a person has it take writes */
  readonly follows?: true;
  /** for a self-hosted one: instances, and what each requests */
  readonly instances: number;
  readonly cpuMilli: number;
  readonly memoryMi: number;
}

export interface Cache extends DatastoreCommon, Connected {
  readonly type: 'redis';
  readonly version: string;
  /** `cache.t4g.small` */
  readonly nodeType: string;
  /** the primary and its replicas, at most one a zone */
  readonly nodes: number;
  readonly multiZone: boolean;
  readonly cpuMilli: number;
  readonly memoryMi: number;
}

export interface Bucket extends DatastoreCommon {
  readonly type: 'bucket';
  /** unique in the world */
  readonly bucketName: string;
  /** bucket in the recovery region; set where `crossRegion` is `replica` */
  readonly replicaName?: string;
}

export interface Queue extends DatastoreCommon {
  readonly type: 'queue';
  /** ends in `.fifo` where the order counts */
  readonly queueName: string;
  readonly deadLetterName: string;
  readonly fifo: boolean;
  /** six times the longest function that takes from it, at least 30 s */
  readonly visibilitySeconds: number;
  readonly messageRetentionSeconds: number;
  /** tries before a message becomes a dead letter */
  readonly maxReceives: number;
}

export interface Topic extends DatastoreCommon {
  readonly type: 'topic';
  readonly topicName: string;
  readonly fifo: boolean;
  /** names of queues that get what is published */
  readonly subscribers: readonly string[];
}

export interface Table extends DatastoreCommon {
  readonly type: 'table';
  readonly tableName: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** whether a function is called for changes */
  readonly stream: boolean;
}

export type Datastore = Database | Cache | Bucket | Queue | Topic | Table;

/**
 * Whether it can be off for hours: a database of RDS. What has replicas cannot be stopped, and a cache loses what it
 * holds. Source: docs.aws.amazon.com, Stopping an Amazon RDS DB instance temporarily.
 */
export function isSwitched(one: Datastore): one is Database {
  return (
    (one.type === 'postgres' || one.type === 'mysql') &&
    one.hosting === 'managed' &&
    one.crossRegion !== 'replica'
  );
}
