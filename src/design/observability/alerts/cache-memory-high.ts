import { labelsIn } from '../datastore-series.ts';
import { limits, percent } from '../limits.ts';
import { datastoreAlert, isManagedCache } from './datastore-alert.ts';

const used = 'aws_elasticache_database_memory_usage_percentage_maximum';

const { beyond, minutes } = limits.cacheFull;

export const cacheMemoryHigh = datastoreAlert({
  name: 'CacheMemoryHigh',
  runbook: 'cache-memory-high',
  expr: `datastore:memory:ratio > ${beyond}`,
  for: `${minutes}m`,
  summary: 'Cache {{ $labels.datastore }} is nearly full',
  description: `More than ${percent(beyond)} % of the memory of {{ $labels.datastore }} is used: keys are about to be thrown out before their time.`,
  concerns: isManagedCache,
  bad: (one) => ({ [`${used}{${labelsIn(one)}}`]: '95x60' }),
  good: (one) => ({ [`${used}{${labelsIn(one)}}`]: '60x60' }),
  badIs: 'nearly all memory is used',
  goodIs: 'some memory is left',
});
