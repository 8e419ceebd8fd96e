import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Relation, RelationKind } from '../../model/relation.ts';
import type { Graph } from '../graph.ts';
import { labelSelector, selectByOwnLabels, selectWorkloads } from '../kubernetes/labels.ts';
import { resolveName } from '../kubernetes/names.ts';
import { workloadTypes } from '../kubernetes/pods.ts';

/** PodDisruptionBudget → workloads, by label selector. An empty selector guards the whole namespace (policy/v1). */
export function linkBudgets(graph: Graph): Relation[] {
  return bySelector(graph, 'PodDisruptionBudget', 'guards', 'selector');
}

/** NetworkPolicy → workloads, by its pod selector; an empty one isolates the whole namespace. */
export function linkNetworkPolicies(graph: Graph): Relation[] {
  return bySelector(graph, 'NetworkPolicy', 'isolates', 'podSelector');
}

function bySelector(graph: Graph, type: string, kind: RelationKind, field: string): Relation[] {
  return graph.ofType(type).flatMap((from) => {
    const at = from.body.peek('spec', field);
    if (!at || isMalformed(at)) return [];
    return selectWorkloads(graph, from, labelSelector(at)).map((to) => ({ kind, from, to, at }));
  });
}

/** Whether labels stand where `matchLabels` should hold them: the API refuses that, and it selects nothing. */
function isMalformed({ content }: Node): boolean {
  return (
    content instanceof Mapping &&
    content.keys.length > 0 &&
    !content.keys.some((key) => key === 'matchLabels' || key === 'matchExpressions')
  );
}

/** Autoscalers → the workload that they name. */
export function linkAutoscalers(graph: Graph): Relation[] {
  const scalers = [
    'HorizontalPodAutoscaler',
    'VerticalPodAutoscaler.autoscaling.k8s.io',
    'VerticalPodAutoscaler',
    'ScaledObject.keda.sh',
  ];
  return scalers.flatMap((type) =>
    graph.ofType(type).flatMap((from) => {
      const target = from.body.peek('spec', 'scaleTargetRef') ?? from.body.peek('spec', 'targetRef');
      const name = target?.peek('name')?.content;
      if (!target || typeof name !== 'string') return [];
      const kind = target.peek('kind')?.content ?? 'Deployment';
      const types = workloadTypes.filter((one) => one.split('.')[0] === kind);
      return types.flatMap((targetType) =>
        resolveName(graph, from, targetType, name).map((to) => ({
          kind: 'scales' as const,
          from,
          to,
          at: target,
        })),
      );
    }),
  );
}

/** ServiceMonitor → Services, PodMonitor → workloads. */
export function linkMonitors(graph: Graph): Relation[] {
  const services = graph.ofType('ServiceMonitor.monitoring.coreos.com').flatMap((from) => {
    const at = from.body.peek('spec', 'selector');
    if (!at) return [];
    return selectByOwnLabels(graph, from, 'Service', labelSelector(at), monitorNamespaces(from.body)).map(
      (to) => ({
        kind: 'scrapes' as const,
        from,
        to,
        at,
      }),
    );
  });
  const workloads = graph.ofType('PodMonitor.monitoring.coreos.com').flatMap((from) => {
    const at = from.body.peek('spec', 'selector');
    if (!at) return [];
    const scope = monitorNamespaces(from.body) === 'same' ? 'same' : 'any';
    return selectWorkloads(graph, from, labelSelector(at), scope).map((to) => ({
      kind: 'scrapes' as const,
      from,
      to,
      at,
    }));
  });
  return [...services, ...workloads];
}

/** Source: Prometheus Operator API, NamespaceSelector: its own namespace unless `any` or `matchNames` says otherwise. */
export function monitorNamespaces(monitor: Node): ReadonlySet<string> | 'same' | 'any' {
  const selector = monitor.peek('spec', 'namespaceSelector');
  if (selector?.peek('any')?.content === true) return 'any';
  const names = selector?.peek('matchNames')?.plain();
  return Array.isArray(names) && names.length > 0 ? new Set(names.map(String)) : 'same';
}
