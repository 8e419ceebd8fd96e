import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { labelSelector, matches } from './labels.ts';
import { mayMeet, namespaceOf, pairsOf } from './names.ts';

/** What says which rules and monitors an instance of Prometheus takes, and from which namespaces. */
const selectors: Readonly<Record<string, readonly [labels: string, namespaces: string]>> = {
  'PrometheusRule.monitoring.coreos.com': ['ruleSelector', 'ruleNamespaceSelector'],
  'ServiceMonitor.monitoring.coreos.com': ['serviceMonitorSelector', 'serviceMonitorNamespaceSelector'],
  'PodMonitor.monitoring.coreos.com': ['podMonitorSelector', 'podMonitorNamespaceSelector'],
  'Probe.monitoring.coreos.com': ['probeSelector', 'probeNamespaceSelector'],
};

export const selectedTypes = Object.keys(selectors);

/** Why no Prometheus of the repository takes an object. */
export interface Unselected {
  readonly prometheus: Resource;
  readonly because: 'labels' | 'namespace' | 'nothing';
}

/**
 * Whether the repository has a Prometheus, and none of them takes an object.
 * Source: Prometheus Operator API, PrometheusSpec: no selector takes nothing, an empty one everything; no namespace selector
 * means the own namespace.
 */
export function unselected(graph: Graph, object: Resource): Unselected | undefined {
  const fields = selectors[object.type];
  const instances = [
    'Prometheus',
    'PrometheusAgent',
    ...(object.type.startsWith('PrometheusRule') ? ['ThanosRuler'] : []),
  ]
    .flatMap((kind) => graph.ofType(`${kind}.monitoring.coreos.com`))
    .filter((instance) => mayMeet(object, instance));
  if (!fields || instances.length === 0) return undefined;
  let first: Unselected | undefined;
  for (const prometheus of instances) {
    const because = reasonOf(graph, object, prometheus, fields);
    if (!because) return undefined;
    first ??= { prometheus, because };
  }
  return first;
}

function reasonOf(
  graph: Graph,
  object: Resource,
  { body, ...instance }: Resource,
  [labels, namespaces]: readonly [string, string],
): Unselected['because'] | undefined {
  const wanted = body.get('spec', labels);
  if (!wanted) return 'nothing';
  if (!matches(labelSelector(wanted), new Map(pairsOf(object.body.peek('metadata', 'labels')))))
    return 'labels';
  const own = namespaceOf(object);
  const theirs = namespaceOf({ ...instance, body });
  const range = body.get('spec', namespaces);
  if (!range) return own === undefined || theirs === undefined || own === theirs ? undefined : 'namespace';
  return mayLieIn(graph, own, range) ? undefined : 'namespace';
}

/** By the labels of the Namespace, where the repository declares it; every namespace has its name as a label. */
function mayLieIn(graph: Graph, namespace: string | undefined, range: Node): boolean {
  if (namespace === undefined) return true;
  const declared = graph.ofType('Namespace').filter(({ name }) => name === namespace);
  const selector = labelSelector(range);
  const byName =
    selector.equal.every(([key]) => key === 'kubernetes.io/metadata.name') &&
    selector.expressions.length === 0;
  if (declared.length === 0 && !byName) return true;
  const candidates =
    declared.length > 0 ? declared.map(({ body }) => pairsOf(body.peek('metadata', 'labels'))) : [[]];
  return candidates.some((pairs) =>
    matches(selector, new Map([...pairs, ['kubernetes.io/metadata.name', namespace] as const])),
  );
}
