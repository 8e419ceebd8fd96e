import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, namespaceOf } from './names.ts';
import type { Container } from './pods.ts';
import { parseQuantity } from './quantity.ts';

export type ComputeResource = 'cpu' | 'memory';

/** What a container is given: where it is written, and how much in cores or bytes (undefined where that is no quantity). */
export interface ComputeSetting {
  readonly at: Node;
  readonly amount: number | undefined;
}

/**
 * The limit that holds for a container: its own, its pod's, or the default of a LimitRange of its namespace.
 * @throws Undecided
 */
export function limitOf(
  graph: Graph,
  container: Container,
  resource: ComputeResource,
): ComputeSetting | undefined {
  return written(container, 'limits', resource) ?? namespaceDefault(graph, container, ['default'], resource);
}

/**
 * The request that the scheduler counts. Where only a limit is written it is the request too.
 * Source: Kubernetes documentation, Resource Management for Pods and Containers, and Limit Ranges.
 * @throws Undecided
 */
export function requestOf(
  graph: Graph,
  container: Container,
  resource: ComputeResource,
): ComputeSetting | undefined {
  return (
    written(container, 'requests', resource) ??
    written(container, 'limits', resource) ??
    namespaceDefault(graph, container, ['defaultRequest', 'default'], resource)
  );
}

/** What the container's own `resources` say, else those of its pod (KEP-2837). */
function written(
  container: Container,
  kind: 'requests' | 'limits',
  resource: ComputeResource,
): ComputeSetting | undefined {
  return settingAt(
    container.node.get('resources', kind, resource) ?? container.pod.node.get('resources', kind, resource),
  );
}

function namespaceDefault(
  graph: Graph,
  { resource: workload }: Container,
  fields: readonly string[],
  resource: ComputeResource,
): ComputeSetting | undefined {
  for (const range of graph.ofType('LimitRange')) {
    if (!mayMeet(range, workload) || !inSameNamespace(range, workload)) continue;
    for (const limit of range.body.list('spec', 'limits')) {
      if (limit.text('type') !== 'Container') continue;
      for (const field of fields) {
        const setting = settingAt(limit.get(field, resource));
        if (setting) return setting;
      }
    }
  }
  return undefined;
}

/** Objects that state no namespace are taken for neighbours only within a unit. */
function inSameNamespace(a: Resource, b: Resource): boolean {
  const namespace = namespaceOf(a);
  return namespace === namespaceOf(b) && (namespace !== undefined || a.unit === b.unit);
}

function settingAt(at: Node | undefined): ComputeSetting | undefined {
  return at && { at, amount: parseQuantity(at.text() ?? '') };
}
