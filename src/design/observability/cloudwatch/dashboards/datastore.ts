import type { Datastore } from '../../../datastore.ts';
import { limits, percent } from '../../limits.ts';
import { oldestAllowed } from '../../queue-age.ts';
import { allocatedGb, mostConnections } from '../../record/datastores.ts';
import { nodesOf } from '../caches.ts';
import { metricsOf, type Row } from './dashboard.ts';

const gibibyte = 1024 ** 3;

/** Use and saturation of a datastore. */
export function datastoreRow(one: Datastore): Row {
  const row = (widgets: Row['widgets']): Row => ({ title: `${one.name} (${one.type})`, widgets });
  if ('hosting' in one && one.hosting !== 'managed') return row([]);
  switch (one.type) {
    case 'postgres':
    case 'mysql': {
      const of = metricsOf('AWS/RDS', { DBInstanceIdentifier: one.resourceName });
      return row([
        {
          title: 'Processors, percent',
          metrics: of('CPUUtilization'),
          stats: ['Average'],
          most: percent(limits.busy.beyond),
        },
        {
          title: 'Connections',
          metrics: of('DatabaseConnections'),
          stats: ['Maximum'],
          most: mostConnections(one),
        },
        {
          title: 'Storage free, percent of what it was made with',
          metrics: of('FreeStorageSpace'),
          stats: ['Average'],
          expression: `100 * m1 / ${allocatedGb(one) * gibibyte}`,
          most: percent(limits.storageLow.beyond),
        },
        {
          title: 'Time of reads and writes in seconds',
          metrics: of('ReadLatency', 'WriteLatency'),
          stats: ['Average'],
        },
      ]);
    }
    case 'redis': {
      const of = (...names: string[]) =>
        nodesOf(one).flatMap((node) => metricsOf('AWS/ElastiCache', { CacheClusterId: node })(...names));
      return row([
        {
          title: 'Processor, percent',
          metrics: of('EngineCPUUtilization'),
          stats: ['Maximum'],
          most: percent(limits.busy.beyond),
        },
        {
          title: 'Memory, percent',
          metrics: of('DatabaseMemoryUsagePercentage'),
          stats: ['Maximum'],
          most: percent(limits.cacheFull.beyond),
        },
        { title: 'Keys thrown out', metrics: of('Evictions') },
        { title: 'Connections', metrics: of('CurrConnections'), stats: ['Maximum'] },
      ]);
    }
    case 'queue': {
      const of = metricsOf('AWS/SQS', { QueueName: one.queueName });
      return row([
        {
          title: 'Oldest message in seconds',
          metrics: of('ApproximateAgeOfOldestMessage'),
          stats: ['Maximum'],
          most: oldestAllowed(one),
        },
        { title: 'Sent and done', metrics: of('NumberOfMessagesSent', 'NumberOfMessagesDeleted') },
        {
          title: 'Messages that wait',
          metrics: of('ApproximateNumberOfMessagesVisible'),
          stats: ['Maximum'],
        },
        {
          title: 'Dead letters',
          metrics: metricsOf('AWS/SQS', { QueueName: one.deadLetterName })(
            'ApproximateNumberOfMessagesVisible',
          ),
          stats: ['Maximum'],
        },
      ]);
    }
    case 'topic':
      return row([
        {
          title: 'Published, delivered and not delivered',
          metrics: metricsOf('AWS/SNS', { TopicName: one.topicName })(
            'NumberOfMessagesPublished',
            'NumberOfNotificationsDelivered',
            'NumberOfNotificationsFailed',
          ),
        },
      ]);
    case 'table': {
      const of = metricsOf('AWS/DynamoDB', { TableName: one.tableName });
      return row([
        {
          title: 'Capacity used',
          metrics: of('ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'),
        },
        {
          title: 'Turned away',
          metrics: of('ReadThrottleEvents', 'WriteThrottleEvents'),
          most: limits.tableThrottled.beyond,
        },
      ]);
    }
    case 'bucket':
      return row([]);
  }
}
