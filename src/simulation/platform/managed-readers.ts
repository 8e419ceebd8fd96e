import type { PromiseId } from '../../../data/availability/promises.ts';
import { zoneOf } from '../../graph/aws/zones.ts';
import type { Graph } from '../../graph/graph.ts';
import { textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import {
  base,
  cacheWithoutReplica,
  cacheWithReplica,
  inAllZones,
  type Managed,
  type ManagedKind,
  withoutStandby,
  withStandby,
} from './managed.ts';
import { flagAt, isUnknownAt, numberAt } from './reading.ts';

type Reader = (graph: Graph, resource: Resource) => Managed;

const readers: Readonly<Record<string, Reader>> = {
  aws_db_instance: rdsInstance,
  aws_rds_cluster: auroraCluster,
  aws_elasticache_replication_group: replicationGroup,
  aws_elasticache_cluster: lonelyCache,
  aws_sqs_queue: regional('queue', 'SQS, in all zones of the region', 'messaging'),
  aws_sns_topic: regional('queue', 'SNS, in all zones of the region', 'messaging'),
  aws_dynamodb_table: regional('table', 'DynamoDB, in all zones of the region', 'dynamodb'),
  aws_s3_bucket: regional('bucket', 'S3, in all zones of the region', 's3'),
  aws_efs_file_system: fileSystem,
  aws_msk_cluster: kafka,
  aws_opensearch_domain: search,
  google_sql_database_instance: cloudSql,
  google_redis_instance: memorystore,
};

export const managedTypes = Object.keys(readers);

/** What a provider runs, among some resources. */
export function managedOf(graph: Graph, resources: readonly Resource[]): readonly Managed[] {
  return resources.flatMap((resource) => readers[resource.type]?.(graph, resource) ?? []);
}

function regional(kind: ManagedKind, as: string, promise: PromiseId): Reader {
  return (_, resource) => inAllZones(resource, kind, as, promise);
}

function rdsInstance(_: Graph, resource: Resource): Managed {
  const { body } = resource;
  if (isUnknownAt(body, 'multi_az'))
    return {
      ...base(resource, 'database'),
      as: 'RDS, in one zone or two: not known',
      survivesZone: undefined,
    };
  if (flagAt(body, 'multi_az') === true) return withStandby(resource);
  const zone = textAt(body, 'availability_zone');
  return {
    ...withoutStandby(resource),
    ...(zone ? { zone } : {}),
    fix: {
      safety: 'unsafe',
      summary: 'set multi_az to true',
      edits: [{ op: 'set', in: body, path: ['multi_az'], value: true }],
    },
    advice: 'a standby in a second zone (multi_az = true)',
  };
}

function auroraCluster(graph: Graph, resource: Resource): Managed {
  const instances = graph.to(resource).filter(({ from }) => from.type === 'aws_rds_cluster_instance');
  const count = new Set(instances.map(({ from }) => from)).size;
  const isMultiAz = resource.body.peek('db_cluster_instance_class') !== undefined;
  if (isMultiAz || count > 1)
    return {
      ...base(resource, 'database'),
      as: isMultiAz ? 'an RDS cluster of three instances in three zones' : `Aurora with ${count} instances`,
      onPrimaryLoss: isMultiAz ? 'rds-cluster-failover' : 'aurora-failover',
      survivesZone: true,
      promise: isMultiAz ? 'rds-multi-az' : 'aurora-multi-az',
      losesOnFailover: 'nothing: storage is shared by the instances',
    };
  return {
    ...base(resource, 'database'),
    as: count === 1 ? 'Aurora with one instance' : 'Aurora whose instances are not in the repository',
    onPrimaryLoss: 'aurora-recreate',
    survivesZone: count === 1 ? false : undefined,
    ...(count === 1 ? { promise: 'aurora-single' as const } : {}),
    advice: 'a second aws_rds_cluster_instance, which may lie in another zone',
  };
}

function replicationGroup(_: Graph, resource: Resource): Managed {
  const { body } = resource;
  const nodes = numberAt(body, 'num_cache_clusters') ?? 1 + (numberAt(body, 'replicas_per_node_group') ?? 0);
  const fails = flagAt(body, 'automatic_failover_enabled') === true;
  const spread = flagAt(body, 'multi_az_enabled') === true;
  if (nodes > 1 && fails) return cacheWithReplica(resource, nodes, spread);
  return {
    ...cacheWithoutReplica(resource, nodes),
    fix: {
      safety: 'unsafe',
      summary: 'run two nodes in two zones with automatic failover',
      edits: [
        ...(nodes > 1 ? [] : [{ op: 'set' as const, in: body, path: ['num_cache_clusters'], value: 2 }]),
        { op: 'set', in: body, path: ['automatic_failover_enabled'], value: true },
        { op: 'set', in: body, path: ['multi_az_enabled'], value: true },
      ],
    },
    advice: 'a replica in a second zone with automatic_failover_enabled and multi_az_enabled',
  };
}

function lonelyCache(_: Graph, resource: Resource): Managed {
  return {
    ...base(resource, 'cache'),
    as: 'ElastiCache nodes without replicas',
    onPrimaryLoss: 'elasticache-recreate',
    survivesZone: false,
    promise: 'elasticache-single',
    losesOnFailover: 'all that the node held',
    advice: 'an aws_elasticache_replication_group with a replica in a second zone',
  };
}

function fileSystem(_: Graph, resource: Resource): Managed {
  const zone = textAt(resource.body, 'availability_zone_name');
  return {
    ...base(resource, 'files'),
    as: zone ? `EFS in ${zone} only` : 'EFS, in all zones of the region',
    survivesZone: !zone,
    ...(zone ? { zone } : { promise: 'efs' as const }),
    ...(zone
      ? { advice: 'a regional file system (no availability_zone_name); the data has to be copied' }
      : {}),
  };
}

function kafka(graph: Graph, resource: Resource): Managed {
  const subnets = graph
    .from(resource, 'placed-in')
    .flatMap(({ to }) => (to.type === 'aws_subnet' ? [to] : []));
  const zones = new Set(subnets.map(zoneOf));
  const brokers = numberAt(resource.body, 'number_of_broker_nodes');
  const spread = zones.size > 1 && !zones.has(undefined);
  return {
    ...base(resource, 'stream'),
    as: `MSK${brokers ? ` of ${brokers} brokers` : ''}${spread ? ` in ${zones.size} zones` : ''}`,
    survivesZone: spread ? true : undefined,
    ...(spread ? { promise: 'msk' as const } : {}),
    losesOnFailover: 'nothing where topics have a replica in another zone and producers wait for it',
  };
}

function search(_: Graph, resource: Resource): Managed {
  const { body } = resource;
  const aware = flagAt(body, 'cluster_config', 'zone_awareness_enabled') === true;
  const count = numberAt(body, 'cluster_config', 'instance_count') ?? 1;
  return {
    ...base(resource, 'search'),
    as: aware
      ? `OpenSearch of ${count} nodes in several zones`
      : `OpenSearch of ${count} node${count === 1 ? '' : 's'} in one zone`,
    survivesZone: aware,
    ...(aware
      ? { promise: 'opensearch' as const }
      : { advice: 'zone_awareness_enabled with at least two nodes' }),
  };
}

function cloudSql(_: Graph, resource: Resource): Managed {
  const type = resource.body.peek('settings', 'availability_type');
  if (isUnknownAt(resource.body, 'settings', 'availability_type'))
    return {
      ...base(resource, 'database'),
      as: 'Cloud SQL, zonal or regional: not known',
      survivesZone: undefined,
    };
  if (type?.content === 'REGIONAL')
    return {
      ...base(resource, 'database'),
      as: 'Cloud SQL with a standby in a second zone',
      survivesZone: true,
      promise: 'cloud-sql-regional',
    };
  const settings = resource.body.peek('settings');
  return {
    ...base(resource, 'database'),
    as: 'Cloud SQL in one zone',
    survivesZone: false,
    ...(settings
      ? {
          fix: {
            safety: 'unsafe' as const,
            summary: 'set availability_type to REGIONAL',
            edits: [
              {
                op: 'set' as const,
                in: resource.body,
                path: ['settings', 'availability_type'],
                value: 'REGIONAL',
              },
            ],
          },
        }
      : {}),
    advice: 'a standby in a second zone (availability_type = "REGIONAL")',
  };
}

function memorystore(_: Graph, resource: Resource): Managed {
  const ha = textAt(resource.body, 'tier') === 'STANDARD_HA';
  return {
    ...base(resource, 'cache'),
    as: ha ? 'Memorystore with a replica in a second zone' : 'Memorystore of one node',
    survivesZone: ha,
    losesOnFailover: ha ? 'writes that had not reached the replica' : 'all that it held',
    ...(ha ? {} : { advice: 'tier = "STANDARD_HA"' }),
  };
}
