import type { Database } from '../../datastore.ts';
import type { Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier, nameIn } from '../../names.ts';
import { allocatedGb } from '../../observability/record/datastores.ts';
import { call, groups } from '../call.ts';
import type { Place } from '../part.ts';
import { isOurs } from './data.ts';

/** Databases in the recovery region: replicas, or their backups minutes behind. */
export function copiesOf(place: Place): Part[] {
  return place.environment.datastores.flatMap((one) => {
    if ((one.type !== 'postgres' && one.type !== 'mysql') || !isOurs(one)) return [];
    if (one.crossRegion === 'none' || one.backups === 'none') return [];
    return one.crossRegion === 'replica' ? [replica(place, one)] : [backups(place, one)];
  });
}

function sourceOf({ environment: { region, account } }: Place, { resourceName }: Database): string {
  return `arn:aws:rds:${region}:${account}:db:${resourceName}`;
}

function replica(place: Place, one: Database): Part {
  const { environment } = place;
  return call(
    place,
    identifier(one.name),
    'database',
    groups(
      {
        name: nameIn(environment, one.name, 'db-recovery'),
        replicate_source_arn: sourceOf(place, one),
        engine: one.type,
        engine_version: one.version,
        instance_class: one.instanceClass,
        storage_gb: allocatedGb(one),
        max_storage_gb: one.maxStorageGb,
        port: one.port,
        // a standby comes with its promotion
        multi_zone: false,
        backup_retention_days: Math.max(1, Math.min(35, one.retentionDays)),
        deletion_protection: one.deletionProtection,
      },
      {
        vpc_id: raw('module.network.vpc_id'),
        subnet_ids: raw('module.network.data_subnet_ids'),
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
