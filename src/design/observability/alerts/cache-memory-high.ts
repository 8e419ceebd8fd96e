import { labelsIn } from '../datastore-series.ts';
import { datastoreAlert, isManagedCache } from './datastore-alert.ts';

const used = 'aws_elasticache_database_memory_usage_percentage_maximum';

export const cacheMemoryHigh = datastoreAlert({
  name: 'CacheMemoryHigh',
  runbook: 'cache-memory-high',
  expr: 'datastore:memory:ratio > 0.85',
  for: '15m',
  summary: 'Cache {{ $labels.datastore }} is nearly full',
  description:
    'More than 85 % of the memory of {{ $labels.datastore }} is used: keys are about to be thrown out before their time.',
  concerns: isManagedCache,
  bad: (one) => ({ [`${used}{${labelsIn(one)}}`]: '95x60' }),
  good: (one) => ({ [`${used}{${labelsIn(one)}}`]: '60x60' }),
  badIs: 'nearly all memory is used',
  goodIs: 'some memory is left',
});
