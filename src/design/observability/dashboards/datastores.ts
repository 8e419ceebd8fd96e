import type { Datastore } from '../../datastore.ts';
import { type Hosted, isArchived, isHosted } from '../../hosted.ts';
import type { Row, Shown } from './panel.ts';

/** Use and saturation of a datastore. */
export function datastoreRow(datastore: Datastore): Row {
  const { name, type } = datastore;
  const ratio = (title: string, record: string): Shown => ({
    title,
    queries: { [name]: `${record}{datastore="${name}"}` },
    unit: 'percentunit',
    max: 1,
  });
  const plain = (title: string, record: string, unit: string): Shown => ({
    title,
    queries: { [name]: `${record}{datastore="${name}"}` },
    unit,
  });
  const row = (panels: readonly Shown[]): Row => ({ title: `${name} (${type})`, panels });
  if (isHosted(datastore)) return row(hostedPanels(datastore, ratio, plain));
  switch (type) {
    case 'postgres':
    case 'mysql':
      return row([
        ratio('Processors', 'datastore:cpu:ratio'),
        ratio('Connections, of all that it takes', 'datastore:connections:ratio'),
        ratio('Storage free', 'datastore:storage_free:ratio'),
        plain('Time of a read', 'datastore:latency:seconds', 's'),
      ]);
    case 'redis':
      return row([
        ratio('Processor', 'datastore:cpu:ratio'),
        ratio('Memory', 'datastore:memory:ratio'),
        plain('Keys thrown out in five minutes', 'datastore:evictions:sum', 'none'),
      ]);
    case 'queue':
      return row([
        plain('Oldest message', 'datastore:queue_age:seconds', 's'),
        plain('Messages that wait', 'datastore:queue_depth:messages', 'none'),
        plain('Dead letters', 'datastore:dead_letters:messages', 'none'),
      ]);
    case 'table':
      return row([plain('Requests turned away in five minutes', 'datastore:throttled:sum', 'none')]);
    default:
      return row([]);
  }
}

/** Of one in the cluster also what AWS would look after: its instances, its copies, its volumes. */
function hostedPanels(
  one: Hosted,
  ratio: (title: string, record: string) => Shown,
  plain: (title: string, record: string, unit: string) => Shown,
): Shown[] {
  const instances: Shown = {
    title: 'Instances, and those that take writes',
    queries: {
      up: `datastore:instances_up:count{datastore="${one.name}"}`,
      wanted: `datastore:instances_wanted:count{datastore="${one.name}"}`,
      primary: `datastore:primary_up:count{datastore="${one.name}"}`,
    },
    unit: 'none',
  };
  const common = [
    instances,
    ratio('Processors', 'datastore:cpu:ratio'),
    ratio('Volume free', 'datastore:volume_free:ratio'),
  ];
  if (one.type === 'redis')
    return [
      ...common,
      ratio('Memory', 'datastore:memory:ratio'),
      plain('Keys thrown out in five minutes', 'datastore:evictions:sum', 'none'),
    ];
  return [
    ...common,
    ratio('Connections, of all that it takes', 'datastore:connections:ratio'),
    plain('Standby behind', 'datastore:replication_lag:seconds', 's'),
    ...(isArchived(one)
      ? [
          plain('Log waits for its archive', 'datastore:log_waits:seconds', 's'),
          plain('Age of the last backup', 'datastore:backup_age:seconds', 's'),
        ]
      : []),
  ];
}
