import type { Graph } from '../graph/graph.ts';
import { itemsAt } from '../graph/look.ts';
import type { Relation } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import type { FlowName } from './flow.ts';

/** What a relation carries from its `from` to its `to`, where more than its types decides. */
export function backUnderCircumstances(graph: Graph, relation: Relation, usual: FlowName): FlowName {
  if (relation.kind === 'isolates' && closedByOthers(graph, relation)) return 'partly';
  return relation.kind === 'deploys' && prunes(relation.from) ? 'installs' : usual;
}

/**
 * Whether an installer takes away what it put there when it is deleted.
 * Sources: Argo CD, App Deletion (the finalizer cascades); Flux, Kustomization API (prune).
 */
function prunes({ body }: Resource): boolean {
  return (
    body.peek('spec', 'prune')?.content === true ||
    itemsAt(body, 'metadata', 'finalizers').some(({ content }) =>
      /^resources-finalizer\.argocd/.test(String(content)),
    )
  );
}

/**
 * Whether a workload loses traffic with a NetworkPolicy, because another one closes what this one opens.
 * Source: Kubernetes documentation, Network Policies: policies add up, and a pod that any of them isolates gets only
 * what one of them allows.
 */
function closedByOthers(graph: Graph, { from, to }: Relation): boolean {
  if (from.type !== 'NetworkPolicy') return false;
  const opens = directions.filter((direction) => isIsolating(from, direction) && allows(from, direction));
  return opens.some((direction) =>
    graph
      .to(to, 'isolates')
      .some(({ from: other }) => other !== from && other.unit === from.unit && isIsolating(other, direction)),
  );
}

const directions = ['Ingress', 'Egress'] as const;

function isIsolating({ body }: Resource, direction: string): boolean {
  const types = itemsAt(body, 'spec', 'policyTypes');
  if (types.length === 0) return direction === 'Ingress' || body.peek('spec', 'egress') !== undefined;
  return types.some(({ content }) => content === direction);
}

function allows({ body }: Resource, direction: string): boolean {
  return itemsAt(body, 'spec', direction.toLowerCase()).length > 0;
}
