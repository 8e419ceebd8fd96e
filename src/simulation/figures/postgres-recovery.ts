import type { Graph } from '../../graph/graph.ts';
import { isBackedUp } from '../../graph/kubernetes/backups.ts';
import { mayMeet, mayShareNamespace } from '../../graph/kubernetes/names.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import { flagAt } from '../platform/reading.ts';
import type { Recovery } from './recovery.ts';
import { hoursBetween } from './schedule-interval.ts';

/**
 * What is kept of a database of CloudNativePG: base backups, and the log since the last of them where it is archived.
 * Source: CloudNativePG documentation, Backup and WAL archiving.
 */
export function ofPostgresCluster(
  graph: Graph,
  resource: Resource,
): Pick<Recovery, 'as' | 'rpo' | 'rpoBy' | 'failover' | 'elsewhere'> {
  const { body } = resource;
  const instances = String(body.peek('spec', 'instances')?.content ?? 1);
  const common = {
    as: `PostgreSQL by CloudNativePG, instances: ${instances}`,
    failover:
      instances === '1'
        ? 'its volume is attached to another node of the same zone; see the loss of a node'
        : 'the operator makes a standby the primary',
    // where the archive lies is told by its bucket
    elsewhere: 'not told' as const,
  };
  const [schedule] = graph
    .ofType('ScheduledBackup.postgresql.cnpg.io')
    .filter(
      (one) =>
        mayMeet(one, resource) &&
        mayShareNamespace(one, resource) &&
        textAt(one.body, 'spec', 'cluster', 'name') === resource.name,
    );
  if (schedule) {
    if (archivesLog(resource)) {
      const seconds = archiveSeconds(resource);
      return {
        ...common,
        rpo: seconds,
        rpoBy: `its log is archived every ${seconds} seconds, beside the backups of ${schedule.address}`,
      };
    }
    // seconds come first
    const fields = textAt(schedule.body, 'spec', 'schedule').trim().split(/\s+/);
    const hours = hoursBetween((fields.length === 6 ? fields.slice(1) : fields).join(' '));
    return {
      ...common,
      rpo: hours === undefined ? undefined : hours * 3600,
      rpoBy: `${schedule.address}: ${fields.join(' ')}`,
    };
  }
  const node = body.peek('spec', 'storage') ?? body;
  return isBackedUp(graph, { resource, node, name: resource.name, isTemplate: true })
    ? {
        ...common,
        rpo: undefined,
        rpoBy: 'something in the repository may back its volumes up; which and how often is not told here',
      }
    : { ...common, elsewhere: 'no', rpo: 'never', rpoBy: 'no ScheduledBackup names it' };
}

function archivesLog({ body }: Resource): boolean {
  return (
    body.peek('spec', 'backup', 'barmanObjectStore') !== undefined ||
    itemsAt(body, 'spec', 'plugins').some((plugin) => flagAt(plugin, 'isWALArchiver') === true)
  );
}

/** CloudNativePG archives a segment after five minutes where nothing else is said. */
function archiveSeconds({ body }: Resource): number {
  const told = textAt(body, 'spec', 'postgresql', 'parameters', 'archive_timeout');
  const [, amount, unit] = /^(\d+)\s*(s|min|h)?$/.exec(told) ?? [];
  return amount === undefined ? 300 : Number(amount) * { s: 1, min: 60, h: 3600 }[unit ?? 's']!;
}
