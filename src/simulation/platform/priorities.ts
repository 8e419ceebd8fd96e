import type { Graph } from '../../graph/graph.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { numberAt } from './reading.ts';

/** Source: Kubernetes documentation, Pod Priority and Preemption: the two classes that every cluster has. */
const builtIn: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** The priority that pods get. @param node that names a class, or says it itself */
export function priorityOf(graph: Graph, resource: Resource, node: Node): number {
  const name = textAt(node, 'priorityClassName');
  if (name in builtIn) return builtIn[name]!;
  const named = name
    ? resolveName(graph, resource, 'PriorityClass', name, { anyNamespace: true })[0]
    : graph
        .ofType('PriorityClass')
        .find(({ body, unit }) => unit === resource.unit && body.peek('globalDefault')?.content === true);
  return numberAt(named?.body, 'value') ?? numberAt(node, 'priority') ?? 0;
}
