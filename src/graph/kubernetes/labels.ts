import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, mayShareNamespace, namespaceOf, nearest, pairsOf } from './names.ts';
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
  const { labels, withLabel, all } = podIndex(graph);
  const wanted = writtenTerms(selector);
  let candidates = all;
  for (const [key, value] of wanted.equal) {
    const carriers = withLabel.get(`${key}=${value}`) ?? [];
    if (carriers.length < candidates.length) candidates = carriers;
  }
  const found = candidates.filter(
    (workload) =>
      mayMeet(from, workload) &&
      (namespace === 'any' || mayShareNamespace(from, workload)) &&
      matches(wanted, labels.get(workload)!),
  );
  return nearest(from, found);
}

interface PodIndex {
  readonly all: readonly Resource[];
  readonly labels: ReadonlyMap<Resource, ReadonlyMap<string, string>>;
  readonly withLabel: ReadonlyMap<string, readonly Resource[]>;
}

function podIndex(graph: Graph): PodIndex {
  return graph.derive(podIndexKey, () => {
    const all = workloadTypes.flatMap((type) => graph.ofType(type));
    const labels = new Map<Resource, ReadonlyMap<string, string>>();
    const withLabel = new Map<string, Resource[]>();
    for (const workload of all) {
      const pairs = pairsOf(templateOf(workload)?.peek('metadata', 'labels'));
      labels.set(workload, new Map(pairs));
      for (const [key, value] of pairs) {
        const id = `${key}=${value}`;
        const list = withLabel.get(id);
        if (list) list.push(workload);
        else withLabel.set(id, [workload]);
      }
    }
    return { all, labels, withLabel };
  });
}

const podIndexKey = Symbol('pods by label');

/** Objects of a type in the namespace of `from` whose own labels match (Services for a ServiceMonitor). */
export function selectByOwnLabels(
  graph: Graph,
  from: Resource,
  type: string,
  selector: LabelSelector,
  namespaces: ReadonlySet<string> | 'same' | 'any',
): readonly Resource[] {
  const found = graph.ofType(type).filter((other) => {
    if (!mayMeet(from, other)) return false;
    if (namespaces === 'same' && !mayShareNamespace(from, other)) return false;
    if (typeof namespaces === 'object') {
      const namespace = namespaceOf(other);
      if (namespace !== undefined && !namespaces.has(namespace)) return false;
    }
    return matches(selector, new Map(pairsOf(other.body.peek('metadata', 'labels'))));
  });
  return nearest(from, found);
}
