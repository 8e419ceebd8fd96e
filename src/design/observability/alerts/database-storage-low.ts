import { labelsIn } from '../datastore-series.ts';
import { datastoreAlert, isManagedDatabase } from './datastore-alert.ts';

const free = (gibibytes: number) => `${gibibytes * 1024 ** 3}x60`;

export const databaseStorageLow = datastoreAlert({
  name: 'DatabaseStorageLow',
  runbook: 'database-storage-low',
  expr: 'datastore:storage_free:ratio < 0.1',
  for: '15m',
  summary: 'Database {{ $labels.datastore }} is running out of storage',
  description:
    'Less than a tenth of the storage that {{ $labels.datastore }} was made with is free, and it has not grown by itself; when nothing is free it stops taking writes.',
  concerns: isManagedDatabase,
  bad: (one) => ({ [`aws_rds_free_storage_space_average{${labelsIn(one)}}`]: free(one.storageGb * 0.05) }),
  good: (one) => ({ [`aws_rds_free_storage_space_average{${labelsIn(one)}}`]: free(one.storageGb * 0.3) }),
  badIs: 'a twentieth is free',
  goodIs: 'nearly a third is free',
});
