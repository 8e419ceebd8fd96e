import type { Datastore } from '../../datastore.ts';
import { labelsIn } from '../datastore-series.ts';
import { limits, percent } from '../limits.ts';
import { datastoreAlert, isManagedCache, isManagedDatabase } from './datastore-alert.ts';

const cpu = ({ type }: Datastore) =>
  type === 'redis' ? 'aws_elasticache_engine_cpuutilization_maximum' : 'aws_rds_cpuutilization_average';

const { beyond, minutes } = limits.busy;

export const datastoreBusy = datastoreAlert({
  name: 'DatastoreBusy',
  runbook: 'datastore-busy',
  expr: `datastore:cpu:ratio > ${beyond}`,
  for: `${minutes}m`,
  summary: 'The processors of {{ $labels.datastore }} are busy all the time',
  description: `More than ${percent(beyond)} % of the processors of {{ $labels.datastore }} have been busy for ${minutes} minutes: statements wait for each other, and more load makes everything that uses it slower.`,
  concerns: (one) => isManagedDatabase(one) || isManagedCache(one),
  bad: (one) => ({ [`${cpu(one)}{${labelsIn(one)}}`]: '95x60' }),
  good: (one) => ({ [`${cpu(one)}{${labelsIn(one)}}`]: '20x20 95x10 20x30' }),
  badIs: 'it is busy all the time',
  goodIs: 'it was busy for ten minutes',
});
