import type { Database, Datastore } from '../../datastore.ts';
import { labelsIn } from '../datastore-series.ts';
import { limits, percent } from '../limits.ts';
import { allocatedGb } from '../record/datastores.ts';
import { datastoreAlert, isManagedDatabase } from './datastore-alert.ts';

const { beyond, minutes } = limits.storageEnds;
const free = (one: Datastore, share: number) => ({
  [`aws_rds_free_storage_space_average{${labelsIn(one)}}`]: `${allocatedGb(one as Database) * share * 1024 ** 3}x60`,
});

export const databaseStorageEnds = datastoreAlert({
  name: 'DatabaseStorageEnds',
  severity: 'critical',
  runbook: 'database-storage-low',
  expr: `datastore:storage_free:ratio < ${beyond}`,
  for: `${minutes}m`,
  summary: 'Database {{ $labels.datastore }} is about to stop taking writes',
  description: `Less than ${percent(beyond)} % of the storage that {{ $labels.datastore }} was made with is free, and it has not grown by itself.`,
  concerns: isManagedDatabase,
  bad: (one) => free(one, 0.02),
  good: (one) => free(one, 0.3),
  badIs: 'a fiftieth is free',
  goodIs: 'nearly a third is free',
});
