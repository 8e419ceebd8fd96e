import type { Cache, Database, Datastore, Queue } from '../../datastore.ts';
import { isHosted } from '../../hosted.ts';
import type { Recorded } from '../alert.ts';
import { matcherOf } from '../datastore-series.ts';
import type { Here } from '../here.ts';
import { hostedExpressions } from './hosted.ts';

const gibibyte = 1024 ** 3;

/** Use, saturation and errors of each datastore under its own name and with its owner, whatever AWS calls it. */
export function datastoreRecords({ environment }: Here): readonly Recorded[] {
  return environment.datastores.flatMap((datastore) => {
    const labels = labelsOfDatastore(datastore);
    return Object.entries(expressionsOf(datastore)).map(([record, expr]) => ({ record, expr, labels }));
  });
}

export function labelsOfDatastore({ name, type, owner }: Datastore) {
  return { datastore: name, type, owner: owner.name };
}

function expressionsOf(datastore: Datastore): Record<string, string> {
  if (isHosted(datastore)) return hostedExpressions(datastore);
  switch (datastore.type) {
    case 'postgres':
    case 'mysql':
      return ofDatabase(datastore);
    case 'redis':
      return ofCache(datastore);
    case 'queue':
      return ofQueue(datastore);
    case 'table':
      return {
        'datastore:throttled:sum': `sum(aws_dynamodb_throttled_requests_sum{${matcherOf(datastore)}})`,
      };
    default:
      return {};
  }
}

function ofDatabase(database: Database): Record<string, string> {
  const series = (metric: string) => `max(aws_rds_${metric}{${matcherOf(database)}})`;
  return {
    'datastore:cpu:ratio': `${series('cpuutilization_average')} / 100`,
    // by the storage that was asked for: storage that grows by itself keeps the same amount free
    'datastore:storage_free:ratio': `${series('free_storage_space_average')} / ${allocatedGb(database) * gibibyte}`,
    'datastore:connections:ratio': `${series('database_connections_maximum')} / ${mostConnections(database)}`,
    'datastore:latency:seconds': series('read_latency_average'),
  };
}

function ofCache(cache: Cache): Record<string, string> {
  const series = (metric: string) => `max(aws_elasticache_${metric}{${matcherOf(cache)}})`;
  return {
    'datastore:cpu:ratio': `${series('engine_cpuutilization_maximum')} / 100`,
    'datastore:memory:ratio': `${series('database_memory_usage_percentage_maximum')} / 100`,
    'datastore:evictions:sum': `sum(aws_elasticache_evictions_sum{${matcherOf(cache)}})`,
  };
}

function ofQueue(queue: Queue): Record<string, string> {
  const visible = 'aws_sqs_approximate_number_of_messages_visible_maximum';
  return {
    'datastore:queue_age:seconds': `max(aws_sqs_approximate_age_of_oldest_message_maximum{${matcherOf(queue)}})`,
    'datastore:queue_depth:messages': `max(${visible}{${matcherOf(queue)}})`,
    'datastore:dead_letters:messages': `max(${visible}{dimension_QueueName="${queue.deadLetterName}"})`,
  };
}

/** What RDS is asked for: it gives no less than twenty. */
export function allocatedGb({ storageGb }: Database): number {
  return Math.max(20, storageGb);
}

/** What the engine allows by default. Source: Amazon RDS user guide, maximum number of database connections. */
export function mostConnections({ type, memoryMi }: Database): number {
  const bytes = memoryMi * 1024 ** 2;
  return type === 'postgres'
    ? Math.min(5000, Math.floor(bytes / 9_531_392))
    : Math.min(16_000, Math.floor(bytes / 12_582_880));
}
