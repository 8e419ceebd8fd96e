import type { Datastore } from '../../datastore.ts';
import { isHosted } from '../../hosted.ts';
import { labelsIn } from '../datastore-series.ts';
import { hostedPod } from '../hosted-series.ts';
import { limits, percent } from '../limits.ts';
import { datastoreAlert, isManagedCache } from './datastore-alert.ts';

const ratio = 'aws_elasticache_database_memory_usage_percentage_maximum';

const { beyond, minutes } = limits.cacheFull;

function memory(one: Datastore, used: number): Record<string, string> {
  return isHosted(one)
    ? {
        [`redis_memory_used_bytes{${hostedPod(one)}}`]: `${used}x60`,
        [`redis_memory_max_bytes{${hostedPod(one)}}`]: '100x60',
      }
    : { [`${ratio}{${labelsIn(one)}}`]: `${used}x60` };
}

export const cacheMemoryHigh = datastoreAlert({
  name: 'CacheMemoryHigh',
  runbook: 'cache-memory-high',
  expr: `datastore:memory:ratio > ${beyond}`,
  for: `${minutes}m`,
  summary: 'Cache {{ $labels.datastore }} is nearly full',
  description: `More than ${percent(beyond)} % of the memory of {{ $labels.datastore }} is used: keys are about to be thrown out before their time.`,
  concerns: (one) => isManagedCache(one) || (isHosted(one) && one.type === 'redis'),
  bad: (one) => memory(one, 95),
  good: (one) => memory(one, 60),
  badIs: 'nearly all memory is used',
  goodIs: 'some memory is left',
});
