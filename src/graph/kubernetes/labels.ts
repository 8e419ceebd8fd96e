import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, mayShareNamespace, namespaceOf, nearest, openNamespaceOf, pairsOf } from './names.ts';
import { NamespaceIndex } from './namespace-index.ts';
import { templateOf, workloadTypes } from './pods.ts';

/** A label selector, read once: `matchLabels` (or a plain map, as in a Service) and `matchExpressions`. */
export interface LabelSelector {
  readonly equal: readonly (readonly [string, string])[];
  readonly expressions: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly string[];
  }[];
}

/** A Service's plain map of labels. */
export function plainSelector(node: Node | undefined): LabelSelector {
  return { equal: pairsOf(node), expressions: [] };
}

/** A `metav1.LabelSelector`. */
export function labelSelector(node: Node | undefined): LabelSelector {
  const expressions = node?.peek('matchExpressions')?.content;
  return {
    equal: pairsOf(node?.peek('matchLabels')),
    expressions: (Array.isArray(expressions) ? (expressions as readonly Node[]) : []).map((item) => ({
      key: String(item.peek('key')?.content ?? ''),
      operator: String(item.peek('operator')?.content ?? ''),
      values: item.peek('values') ? item.list('values').map((value) => String(value.content)) : [],
    })),
  };
}

export function isEmpty(selector: LabelSelector): boolean {
  return selector.equal.length === 0 && selector.expressions.length === 0;
}

/** Source: Kubernetes documentation, Labels and Selectors. An empty selector matches everything. */
export function matches(selector: LabelSelector, labels: ReadonlyMap<string, string>): boolean {
  return (
    selector.equal.every(([key, value]) => labels.get(key) === value) &&
    selector.expressions.every(({ key, operator, values }) => {
      const value = labels.get(key);
      if (operator === 'In') return value !== undefined && values.includes(value);
      if (operator === 'NotIn') return value === undefined || !values.includes(value);
      if (operator === 'Exists') return value !== undefined;
      return operator === 'DoesNotExist' ? value === undefined : false;
    })
  );
}

export function describeSelector(selector: LabelSelector): string {
  const parts = [
    ...selector.equal.map(([key, value]) => `${key}=${value}`),
    ...selector.expressions.map(
      ({ key, operator, values }) =>
        `${key} ${operator}${values.length > 0 ? ` (${values.join(', ')})` : ''}`,
    ),
  ];
  return parts.length > 0 ? parts.join(', ') : 'everything';
}

/**
 * Labels that controllers put onto pods, which no template shows: a selector with one of them is judged by the rest.
 * Source: Kubernetes documentation, Well-Known Labels, Annotations and Taints.
 */
const givenByControllers = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

function writtenTerms({ equal, expressions }: LabelSelector): LabelSelector {
  return {
    equal: equal.filter(([key]) => !givenByControllers.has(key)),
    expressions: expressions.filter(({ key }) => !givenByControllers.has(key)),
  };
}

/** The labels that a workload's pods carry. */
export function podLabels(graph: Graph, workload: Resource): ReadonlyMap<string, string> {
  return podIndex(graph).labels.get(workload) ?? none;
}

const none: ReadonlyMap<string, string> = new Map();

/**
 * The workloads whose pods a selector of `from` matches.
 * @param namespace `same` as `from` (Services, policies, budgets), or `any` (monitors with a namespace selector)
 */
export function selectWorkloads(
  graph: Graph,
  from: Resource,
  selector: LabelSelector,
  namespace: 'same' | 'any' = 'same',
): readonly Resource[] {
  const index = podIndex(graph);
  const wanted = writtenTerms(selector);
  const scope = namespace === 'same' ? openNamespaceOf(from) : undefined;
  const found = carriersOf(index, wanted, scope).filter(
    (workload) =>
      mayMeet(from, workload) &&
      (namespace === 'any' || mayShareNamespace(from, workload)) &&
      matches(wanted, index.labels.get(workload)!),
  );
  return nearest(from, found);
}

/** Objects by their labels and namespaces. */
interface LabelIndex {
  readonly labels: ReadonlyMap<Resource, ReadonlyMap<string, string>>;
  /** by `key=value`, and all of them under {@link everything} */
  readonly carriers: NamespaceIndex;
}

const everything = '';

/** Those that carry the rarest of the labels that a selector asks for. */
function carriersOf(
  { carriers }: LabelIndex,
  { equal }: LabelSelector,
  namespace: string | undefined,
): readonly Resource[] {
  if (equal.length === 0) return carriers.near(everything, namespace);
  const lists = equal.map(([key, value]) => carriers.near(`${key}=${value}`, namespace));
  return lists.reduce((rarest, list) => (list.length < rarest.length ? list : rarest));
}

function indexLabels(
  resources: readonly Resource[],
  labelsOf: (resource: Resource) => Node | undefined,
): LabelIndex {
  const labels = new Map<Resource, ReadonlyMap<string, string>>();
  const carriers = new NamespaceIndex();
  for (const resource of resources) {
    const pairs = pairsOf(labelsOf(resource));
    const namespace = openNamespaceOf(resource);
    labels.set(resource, new Map(pairs));
    carriers.add(everything, namespace, resource);
    for (const [key, value] of pairs) carriers.add(`${key}=${value}`, namespace, resource);
  }
  return { labels, carriers };
}

function podIndex(graph: Graph): LabelIndex {
  return graph.derive(podIndex, () =>
    indexLabels(
      workloadTypes.flatMap((type) => graph.ofType(type)),
      (workload) => templateOf(workload)?.peek('metadata', 'labels'),
    ),
  );
}

/** Whether any workload gives its pods a label of this name. */
export function isCarried(graph: Graph, key: string): boolean {
  const keys = graph.derive(isCarried, () => {
    const found = new Set<string>();
    for (const labels of podIndex(graph).labels.values()) for (const name of labels.keys()) found.add(name);
    return found;
  });
  return keys.has(key);
}

/** Objects of a type in the namespace of `from` whose own labels match (Services for a ServiceMonitor). */
export function selectByOwnLabels(
  graph: Graph,
  from: Resource,
  type: string,
  selector: LabelSelector,
  namespaces: ReadonlySet<string> | 'same' | 'any',
): readonly Resource[] {
  const index = ownLabels(graph, type);
  const scope = namespaces === 'same' ? openNamespaceOf(from) : undefined;
  const found = carriersOf(index, selector, scope).filter((other) => {
    if (!mayMeet(from, other)) return false;
    if (namespaces === 'same' && !mayShareNamespace(from, other)) return false;
    if (typeof namespaces === 'object') {
      const namespace = other.unit === from.unit ? namespaceOf(other) : openNamespaceOf(other);
      if (namespace !== undefined && !namespaces.has(namespace)) return false;
    }
    return matches(selector, index.labels.get(other)!);
  });
  return nearest(from, found);
}

function ownLabels(graph: Graph, type: string): LabelIndex {
  const byType = graph.derive(ownLabels, () => new Map<string, LabelIndex>());
  let index = byType.get(type);
  if (!index) {
    index = indexLabels(graph.ofType(type), ({ body }) => body.peek('metadata', 'labels'));
    byType.set(type, index);
  }
  return index;
}
