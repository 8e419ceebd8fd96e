import { caches, databases, hoursAMonth, monthly, used } from '../../../data/prices/aws.ts';
import { type Datastore, isSwitched } from '../datastore.ts';
import type { CostLine } from '../environment.ts';
import { type Line, linesFor, runningShare, type Uncosted } from './cost-line.ts';

/** What keeps data, and its copies. */
export function costOfData(environment: Uncosted): CostLine[] {
  const line = linesFor('data', environment.region);
  return environment.datastores.flatMap((one) => costOf(one, runningShare(environment, 'database'), line));
}

function costOf(datastore: Datastore, running: number, line: Line): CostLine[] {
  const { name, type, storageGb, crossRegion } = datastore;
  const copies = crossRegion === 'none' ? 0 : storageGb * monthly.backupGb;
  const stored = 'stored gigabytes';
  if ('hosting' in datastore && datastore.hosting === 'self-hosted')
    return line(`volumes ${name}`, 3 * storageGb * monthly.volumeGb, 'three volumes', stored);
  switch (type) {
    case 'postgres':
    case 'mysql': {
      const times = (datastore.multiZone ? 2 : 1) + (crossRegion === 'replica' ? 1 : 0);
      const share = isSwitched(datastore) ? running : 1;
      const { hour } = databases[datastore.instanceClass as keyof typeof databases];
      return line(
        `database ${name}`,
        times * (hour * hoursAMonth * share + storageGb * monthly.databaseGb) + copies,
        `${times} × ${datastore.instanceClass}, ${storageGb} GB${copies > 0 ? ', and copies in the other region' : ''}`,
        'its size, its standby and replica, stored gigabytes',
      );
    }
    case 'redis':
      return line(
        `cache ${name}`,
        datastore.nodes * caches[datastore.nodeType as keyof typeof caches].hour * hoursAMonth,
        `${datastore.nodes} × ${datastore.nodeType}`,
        'its size and nodes',
      );
    case 'bucket':
      return line(
        `bucket ${name}`,
        storageGb * monthly.bucketGb * (crossRegion === 'replica' ? 2 : 1),
        `${storageGb} GB${crossRegion === 'replica' ? ' in two regions' : ''}`,
        stored,
      );
    case 'table':
      return line(
        `table ${name}`,
        storageGb * (monthly.tableGb + (datastore.backups === 'continuous' ? monthly.tableRecoveryGb : 0)) +
          used.millionTableWrites,
        `${storageGb} GB, assumed: a million writes`,
        'reads and writes',
      );
    default:
      return line(
        `${type} ${name}`,
        datastore.fifo ? used.millionFifoRequests : used.millionQueueRequests,
        'assumed: a million messages',
        'messages',
      );
  }
}
