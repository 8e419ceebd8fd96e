import type { Database, Datastore } from '../../datastore.ts';
import type { Environment } from '../../environment.ts';
import { data, type Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier, lastingName, nameIn } from '../../names.ts';
import { allocatedGb } from '../../observability/record/datastores.ts';
import { call, groups } from '../call.ts';
import type { Output, Place } from '../part.ts';
import { isOurs } from './data.ts';
import { moved } from './moved.ts';
import { told } from './told.ts';

/** Databases in the recovery region: replicas, or their backups minutes behind. */
export function copiesOf(place: Place): Part[] {
  return place.environment.datastores.flatMap((one) => {
    if (one.type === 'table' && one.crossRegion === 'replica' && one.stream)
      return [data('aws_dynamodb_table', identifier(one.name), { name: one.tableName })];
    if (!isCopied(one)) return [];
    return one.crossRegion === 'replica'
      ? [database(place, one), moved(one)]
      : [backups(place, one), moved(one, '_backups'), database(place, one), moved(one)];
  });
}

function isCopied(one: Datastore): one is Database {
  if ((one.type !== 'postgres' && one.type !== 'mysql') || !isOurs(one)) return false;
  return one.crossRegion !== 'none' && one.backups !== 'none';
}

/** Whether the recovery root keeps a datastore of the environment, so that the standby makes none. */
export function isKeptThere(one: Datastore): boolean {
  if (one.type === 'bucket' || one.type === 'table') return one.crossRegion === 'replica';
  return isCopied(one);
}

/** What the standby is told of what is kept for it. */
export function copyOutputs(environment: Environment): Output[] {
  const { region } = environment.recovery!;
  const standby = environment.standby!;
  return environment.datastores.filter(isKeptThere).flatMap((original): Output[] => {
    const one = standby.datastores.find(({ name }) => name === original.name)!;
    const id = identifier(one.name);
    const { account } = standby;
    switch (one.type) {
      case 'bucket':
        return [
          literal(`${id}_arn`, `The copy of the bucket ${one.name}.`, `arn:aws:s3:::${one.bucketName}`),
        ];
      case 'table': {
        const arn = `arn:aws:dynamodb:${region}:${account}:table/${one.tableName}`;
        const stream = told(
          `${id}_stream_arn`,
          `Changes of ${one.name}.`,
          `data.aws_dynamodb_table.${id}.stream_arn`,
          `${arn}/stream/2025-01-01T00:00:00.000`,
        );
        return [
          literal(`${id}_arn`, `The replica of the table ${one.name}.`, arn),
          ...(one.stream ? [stream] : []),
        ];
      }
      case 'postgres':
      case 'mysql': {
        const of =
          original.crossRegion === 'replica'
            ? (output: string) => `module.${id}.${output}`
            : (output: string) => `one(module.${id}[*].${output})`;
        return [
          told(
            `${id}_security_group_id`,
            `Who may connect to ${one.name}.`,
            of('security_group_id'),
            'sg-0a1b2c3d4e5f67890',
          ),
          told(
            `${id}_address_arn`,
            `Where ${one.name} is, as a secret.`,
            of('address_secret_arn'),
            `arn:aws:secretsmanager:${region}:${account}:secret:${one.addressSecret}-a1b2c3`,
          ),
        ];
      }
      default:
        return [];
    }
  });
}

function literal(name: string, description: string, value: string): Output {
  return { name, description, value, example: value };
}

function addressOf({ environment }: Place, { name }: Database): string {
  const there = environment.standby!.datastores.find((one) => one.name === name);
  return (there as Database).addressSecret!;
}

function sourceOf({ environment: { region, account } }: Place, { resourceName }: Database): string {
  return `arn:aws:rds:${region}:${account}:db:${resourceName}`;
}

/** The database itself: it follows until it is promoted, or is restored once the site is in use. */
function database(place: Place, one: Database): Part {
  const { environment } = place;
  const follows = one.crossRegion === 'replica';
  const id = identifier(one.name);
  return call(
    place,
    id,
    'database',
    groups(
      !follows && { count: raw('var.active ? 1 : 0') },
      {
        name: nameIn(environment, lastingName(one), 'db-recovery'),
        ...(follows
          ? { replicate_source_arn: sourceOf(place, one), promoted: raw('var.active') }
          : { restore_from_backups_arn: raw(`module.${id}_backups.id`) }),
        engine: one.type,
        engine_version: one.version,
        instance_class: one.instanceClass,
        storage_gb: allocatedGb(one),
        max_storage_gb: one.maxStorageGb,
        port: one.port,
        // a replica gets its standby when it is promoted
        multi_zone: follows && one.multiZone ? raw('var.active') : one.multiZone,
        backup_retention_days: Math.max(1, Math.min(35, one.retentionDays)),
        deletion_protection: one.deletionProtection,
      },
      {
        address_secret_name: addressOf(place, one),
        vpc_id: raw('module.network.vpc_id'),
        subnet_ids: raw('module.network.data_subnet_ids'),
        secrets_kms_key_arn: raw('data.aws_kms_key.copies.arn'),
        logs_kms_key_arn: raw('module.logs_key.arn'),
        log_retention_days: environment.logRetentionDays,
      },
      { kms_key_arn: raw('module.data_key.arn'), tags: one.tags },
    ),
  );
}

function backups(place: Place, one: Database): Part {
  return call(place, `${identifier(one.name)}_backups`, 'database-backup-copy', {
    database_arn: sourceOf(place, one),
    kms_key_arn: raw('module.data_key.arn'),
    retention_days: Math.max(1, Math.min(35, one.retentionDays)),
  });
}
