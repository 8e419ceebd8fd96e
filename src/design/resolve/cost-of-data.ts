import { caches, databases, hoursAMonth, monthly, used } from '../../../data/prices/aws.ts';
import { type Datastore, isSwitched } from '../datastore.ts';
import type { CostLine } from '../environment.ts';
import { type Hosted, isArchived, isHosted, volumeGbOf } from '../hosted.ts';
import { type Line, linesFor, runningShare, type Uncosted } from './cost-line.ts';

/** What keeps data, and its copies. */
export function costOfData(environment: Uncosted): CostLine[] {
  const line = linesFor('data', environment.region);
  return environment.datastores.flatMap((one) => costOf(one, runningShare(environment, 'database'), line));
}

const stored = 'stored gigabytes';

function costOf(datastore: Datastore, running: number, line: Line): CostLine[] {
  const { name, type, storageGb, crossRegion } = datastore;
  const copies = crossRegion === 'none' ? 0 : storageGb * monthly.backupGb;
  if (isHosted(datastore)) return hostedCost(datastore, line);
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

/** Machines of those in the cluster are among its nodes. Copies are assumed to be a third as large, being compressed. */
function hostedCost(one: Hosted, line: Line): CostLine[] {
  const count = 'instances' in one ? one.instances : one.nodes;
  const volume = volumeGbOf(one);
  const kept = (one.retentionDays * one.storageGb) / 3;
  const regions = one.crossRegion === 'none' ? 1 : 2;
  return [
    ...line(
      `volumes ${one.name}`,
      count * volume * monthly.volumeGb,
      `${count} × ${volume} GB; its machines are among the nodes`,
      'storage in a year, instances',
    ),
    ...(isArchived(one)
      ? line(
          `archive ${one.name}`,
          regions * kept * monthly.bucketGb,
          `a copy a day for ${one.retentionDays} days, assumed to shrink to a third${regions > 1 ? ', in two regions' : ''}`,
          'stored gigabytes, retention',
        )
      : []),
  ];
}
