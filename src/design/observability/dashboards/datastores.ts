import type { Datastore } from '../../datastore.ts';
import type { Row, Shown } from './panel.ts';

/** Use and saturation of a datastore. */
export function datastoreRow({ name, type, ...rest }: Datastore): Row {
  const managed = !('hosting' in rest) || rest.hosting === 'managed';
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
  if (!managed) return row([]);
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
