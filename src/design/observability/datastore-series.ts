import type { Datastore } from '../datastore.ts';

/** The matcher that finds a datastore among the series of the CloudWatch exporter. */
export function matcherOf(datastore: Datastore): string {
  switch (datastore.type) {
    case 'postgres':
    case 'mysql':
      return `dimension_DBInstanceIdentifier="${datastore.resourceName}"`;
    case 'redis':
      // each node is told apart by a number of three digits
      return `dimension_CacheClusterId=~"${datastore.resourceName}-[0-9]{3}"`;
    case 'queue':
      return `dimension_QueueName="${datastore.queueName}"`;
    case 'table':
      return `dimension_TableName="${datastore.tableName}"`;
    case 'topic':
      return `dimension_TopicName="${datastore.topicName}"`;
    case 'bucket':
      return `dimension_BucketName="${datastore.bucketName}"`;
  }
}

/** Labels of one series of a datastore, for cases. */
export function labelsIn(datastore: Datastore): string {
  return matcherOf(datastore).replace('=~', '=').replace('-[0-9]{3}', '-001');
}
