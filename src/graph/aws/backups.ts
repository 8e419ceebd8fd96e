import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/** Whether a selection of AWS Backup names a resource. What is chosen by tags is not looked at. */
export function isSelectedForBackup(graph: Graph, resource: Resource): boolean {
  return graph
    .to(resource)
    .some(({ from, at }) => from.type === 'aws_backup_selection' && from.body.peek('resources') === at);
}
