import type { Database, Datastore } from '../../datastore.ts';
import { labelsIn } from '../datastore-series.ts';
import { limits, percent } from '../limits.ts';
import { allocatedGb } from '../record/datastores.ts';
import { datastoreAlert, isManagedDatabase } from './datastore-alert.ts';

const { beyond, minutes } = limits.storageLow;
const free = (one: Datastore, share: number) => ({
  [`aws_rds_free_storage_space_average{${labelsIn(one)}}`]: `${allocatedGb(one as Database) * share * 1024 ** 3}x60`,
});

export const databaseStorageLow = datastoreAlert({
  name: 'DatabaseStorageLow',
  runbook: 'database-storage-low',
  expr: `datastore:storage_free:ratio < ${beyond}`,
  for: `${minutes}m`,
  summary: 'Database {{ $labels.datastore }} is running out of storage',
  description: `Less than ${percent(beyond)} % of the storage that {{ $labels.datastore }} was made with is free, and it has not grown by itself; when nothing is free it stops taking writes.`,
  concerns: isManagedDatabase,
  bad: (one) => free(one, 0.07),
  good: (one) => free(one, 0.3),
  badIs: 'a fifteenth is free',
  goodIs: 'nearly a third is free',
});
