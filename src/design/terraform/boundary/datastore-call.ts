import { type Cache, type Database, type Datastore, isSwitched } from '../../datastore.ts';
import { comment, type Part } from '../../hcl/items.ts';
import { type HclMap, type HclValue, type Raw, raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import { allocatedGb } from '../../observability/record/datastores.ts';
import { call, groups } from '../call.ts';
import type { Place } from '../part.ts';
import { copyOfSecret } from './copy-of-secret.ts';

const modules = {
  postgres: 'database',
  mysql: 'database',
  redis: 'cache',
  bucket: 'bucket',
  queue: 'queue',
  topic: 'topic',
  table: 'table',
} as const;

/** A datastore as a call of the module of its kind, and why it is as it is where somebody would fault it. */
export function datastoreCall(place: Place, one: Datastore): Part[] {
  const parts = groups(settingsOf(place, one), { kms_key_arn: dataKey(place), tags: one.tags });
  return [
    one.type === 'redis' &&
      one.backups === 'none' &&
      place.environment.production &&
      comment('plinth:ignore aws/cache-without-snapshots the blueprint asks for no backups of it'),
    call(place, identifier(one.name), modules[one.type], parts),
  ];
}

/** The key of data, seen from the root of data: in a standby, that of what is kept for it. */
export function dataKey({ environment, read }: Place): Raw {
  return environment.standsFor === undefined ? raw('module.data_key.arn') : read('recovery', 'data_key_arn');
}

function settingsOf(place: Place, one: Datastore): HclMap {
  const replicated = one.crossRegion === 'replica' ? place.environment.recovery : undefined;
  switch (one.type) {
    case 'postgres':
    case 'mysql':
      return {
        ...databaseOf(one),
        ...windowsOf(place, one),
        ...connected(place, one),
        ...copyOfConnection(place, one),
      };
    case 'redis':
      return {
        name: one.resourceName,
        description: `Redis ${one.name}`,
        engine_version: one.version,
        node_type: one.nodeType,
        nodes: nodesOf(place, one),
        port: one.port,
        snapshot_retention_days: Math.min(35, one.retentionDays),
        ...connected(place, one),
      };
    case 'bucket':
      return {
        name: one.bucketName,
        role_name: one.resourceName,
        retention_days: Math.max(1, one.retentionDays),
        ...(one.replicaName === undefined ? {} : { replica: replicaOf(one.name) }),
      };
    case 'queue':
      return {
        name: one.queueName,
        dead_letter_name: one.deadLetterName,
        fifo: one.fifo,
        visibility_seconds: one.visibilitySeconds,
        retention_seconds: one.messageRetentionSeconds,
        max_receives: one.maxReceives,
        ...topicsTo(place, one.name),
      };
    case 'topic':
      return {
        name: one.topicName,
        account_id: raw('local.account_id'),
        fifo: one.fifo,
        queues: Object.fromEntries(
          one.subscribers.map((name) => [
            name,
            {
              arn: raw(`module.${identifier(name)}.arn`),
              dead_letter_arn: raw(`module.${identifier(name)}.dead_letter_arn`),
            },
          ]),
        ),
      };
    case 'table':
      return {
        name: one.tableName,
        partition_key: one.partitionKey,
        ...(one.sortKey === undefined ? {} : { sort_key: one.sortKey }),
        // AWS carries changes to the other region by the stream
        stream: one.stream || replicated !== undefined,
        deletion_protection: one.deletionProtection,
        ...(replicated
          ? { replica: { region: replicated.region, kms_key_arn: raw('module.recovery_key.arn') } }
          : {}),
      };
  }
}

function databaseOf(one: Database): HclMap {
  return {
    name: one.resourceName,
    engine: one.type,
    engine_version: one.version,
    instance_class: one.instanceClass,
    storage_gb: allocatedGb(one),
    max_storage_gb: one.maxStorageGb,
    database_name: one.databaseName,
    port: one.port,
    multi_zone: one.multiZone,
    backup_retention_days: Math.max(1, Math.min(35, one.retentionDays)),
    deletion_protection: one.deletionProtection,
  };
}

/** What is off by night is looked after by day. */
function windowsOf({ environment: { schedule } }: Place, one: Database): HclMap {
  return schedule && isSwitched(one)
    ? { backup_window: schedule.upkeep.backup, maintenance_window: schedule.upkeep.maintenance }
    : {};
}

/** The secret that says how to connect is there in the recovery region as well. */
export function copyOfConnection(place: Place, { crossRegion }: Database): HclMap {
  const { replica } = copyOfSecret(place, place.read('platform', 'recovery_key_arn'));
  return crossRegion === 'none' || replica === undefined ? {} : { connection_replica: replica };
}

function connected(place: Place, one: Database | Cache): HclMap {
  const { environment } = place;
  return {
    connection_secret_name: one.connectionSecret,
    vpc_id: place.read('network', 'vpc_id'),
    subnet_ids: place.read('network', 'data_subnet_ids'),
    ...(environment.cluster && one.usedBy.length > 0
      ? { client_security_group_ids: { cluster: place.read('platform', 'cluster_security_group_id') } }
      : {}),
    secrets_kms_key_arn: place.read('platform', 'secrets_key_arn'),
    logs_kms_key_arn: place.read('platform', 'logs_key_arn'),
    log_retention_days: environment.logRetentionDays,
  };
}

/** One is enough to stand ready: the others come when it is needed. */
function nodesOf(place: Place, { nodes }: Cache): HclValue {
  return place.environment.standsFor === undefined || nodes === 1
    ? nodes
    : raw(`${place.read('recovery', 'active').text} ? ${nodes} : 1`);
}

function replicaOf(name: string): HclMap {
  return {
    bucket_arn: raw(`module.${identifier(name)}_replica.arn`),
    kms_key_arn: raw('module.recovery_key.arn'),
  };
}

/** By name, since topics name their queues too, and one of both has to be made first. */
function topicsTo({ environment }: Place, queue: string): HclMap {
  const topics = environment.datastores.flatMap((one) =>
    one.type === 'topic' && one.subscribers.includes(queue)
      ? [`arn:aws:sns:${environment.region}:${environment.account}:${one.topicName}`]
      : [],
  );
  return topics.length === 0 ? {} : { topic_arns: topics };
}
