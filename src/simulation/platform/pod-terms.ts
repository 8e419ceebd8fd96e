import type { Graph } from '../../graph/graph.ts';
import { type LabelSelector, labelSelector } from '../../graph/kubernetes/labels.ts';
import { pairsOf } from '../../graph/kubernetes/names.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type {
  HostPort,
  NodeRequirement,
  NodeTerm,
  PodSpec,
  PodTerm,
  SpreadConstraint,
  Toleration,
  Weighted,
} from '../scheduling/pod.ts';
import { numberAt, textsAt } from './reading.ts';

type Placement = Pick<
  PodSpec,
  | 'nodeName'
  | 'nodeSelector'
  | 'nodeTerms'
  | 'preferredNodes'
  | 'tolerations'
  | 'affinity'
  | 'antiAffinity'
  | 'preferredPods'
  | 'spread'
  | 'hostPorts'
>;

/** What a pod specification says of where its pods may go. Source: Kubernetes API, PodSpec. */
export function placementOf(
  graph: Graph,
  spec: Node,
  namespace: string,
  labels: ReadonlyMap<string, string>,
): Placement {
  const nodes = spec.peek('affinity', 'nodeAffinity');
  const pods = spec.peek('affinity', 'podAffinity');
  const apart = spec.peek('affinity', 'podAntiAffinity');
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  const term = (node: Node | undefined) => podTerm(graph, node, namespace, labels);
  const wish = (holder: Node | undefined, sign: 1 | -1) =>
    itemsAt(holder, preferred).map(
      (item): Weighted<PodTerm> => ({
        weight: sign * (numberAt(item, 'weight') ?? 1),
        term: term(item.peek('podAffinityTerm')),
      }),
    );
  const nodeName = textAt(spec, 'nodeName');
  return {
    ...(nodeName ? { nodeName } : {}),
    nodeSelector: pairsOf(spec.peek('nodeSelector')),
    nodeTerms: itemsAt(nodes, required, 'nodeSelectorTerms').map(nodeTerm),
    preferredNodes: itemsAt(nodes, preferred).map((item) => ({
      weight: numberAt(item, 'weight') ?? 1,
      term: nodeTerm(item.peek('preference')),
    })),
    tolerations: itemsAt(spec, 'tolerations').map(toleration),
    affinity: itemsAt(pods, required).map(term),
    antiAffinity: itemsAt(apart, required).map(term),
    preferredPods: [...wish(pods, 1), ...wish(apart, -1)],
    spread: itemsAt(spec, 'topologySpreadConstraints').map((item) => spreadConstraint(item, labels)),
    hostPorts: hostPorts(spec),
  };
}

function nodeTerm(node: Node | undefined): NodeTerm {
  return {
    expressions: itemsAt(node, 'matchExpressions').map(requirement),
    names: itemsAt(node, 'matchFields').map(requirement),
  };
}

function requirement(node: Node): NodeRequirement {
  return {
    key: textAt(node, 'key'),
    operator: textAt(node, 'operator'),
    values: itemsAt(node, 'values').map(({ content }) => String(content)),
  };
}

function toleration(node: Node): Toleration {
  const key = textAt(node, 'key');
  const effect = textAt(node, 'effect');
  const seconds = numberAt(node, 'tolerationSeconds');
  return {
    ...(key ? { key } : {}),
    operator: textAt(node, 'operator') || 'Equal',
    value: String(node.peek('value')?.content ?? ''),
    ...(effect ? { effect } : {}),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

function podTerm(
  graph: Graph,
  node: Node | undefined,
  own: string,
  labels: ReadonlyMap<string, string>,
): PodTerm {
  const selector = withKeys(node, labels);
  const named = textsAt(node, 'namespaces');
  const chooser = node?.peek('namespaceSelector');
  const chosen = chooser && chooser.content !== null ? namespacesBy(graph, chooser) : [];
  const namespaces = chosen === undefined ? undefined : new Set([...named, ...chosen]);
  if (namespaces?.size === 0 && !chooser) namespaces.add(own);
  return { selector, namespaces, topologyKey: textAt(node, 'topologyKey') };
}

/** The declared namespaces that a selector means; `undefined` for all. */
function namespacesBy(graph: Graph, chooser: Node): readonly string[] | undefined {
  const { equal, expressions } = labelSelector(chooser);
  if (equal.length === 0 && expressions.length === 0) return undefined;
  return graph.ofType('Namespace').flatMap(({ name, body }) => {
    const labels = new Map([
      ...pairsOf(body.peek('metadata', 'labels')),
      ['kubernetes.io/metadata.name', name] as const,
    ]);
    return equal.every(([key, value]) => labels.get(key) === value) ? [name] : [];
  });
}

/** A selector narrowed by `matchLabelKeys` to pods that carry the same values as the pod itself, or others. */
function withKeys(node: Node | undefined, labels: ReadonlyMap<string, string>): LabelSelector | undefined {
  const at = node?.peek('labelSelector');
  if (!at || at.content === null) return undefined;
  const selector = labelSelector(at);
  const same = textsAt(node, 'matchLabelKeys').flatMap((key) => {
    const value = labels.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const other = textsAt(node, 'mismatchLabelKeys').flatMap((key) => {
    const value = labels.get(key);
    return value === undefined ? [] : [{ key, operator: 'NotIn', values: [value] }];
  });
  return { equal: [...selector.equal, ...same], expressions: [...selector.expressions, ...other] };
}

function spreadConstraint(node: Node, labels: ReadonlyMap<string, string>): SpreadConstraint {
  return {
    topologyKey: textAt(node, 'topologyKey'),
    maxSkew: numberAt(node, 'maxSkew') ?? 1,
    minDomains: numberAt(node, 'minDomains') ?? 1,
    hard: textAt(node, 'whenUnsatisfiable') !== 'ScheduleAnyway',
    selector: withKeys(node, labels),
    ignoresAffinity: textAt(node, 'nodeAffinityPolicy') === 'Ignore',
    honoursTaints: textAt(node, 'nodeTaintsPolicy') === 'Honor',
  };
}

/** With the host's network, every port that a container declares is one of the host. */
function hostPorts(spec: Node): readonly HostPort[] {
  const shared = spec.peek('hostNetwork')?.content === true;
  return ['containers', 'initContainers'].flatMap((field) =>
    itemsAt(spec, field).flatMap((container) =>
      itemsAt(container, 'ports').flatMap((port) => {
        const number = numberAt(port, 'hostPort') ?? (shared ? numberAt(port, 'containerPort') : undefined);
        if (!number) return [];
        return [
          {
            port: number,
            protocol: textAt(port, 'protocol') || 'TCP',
            address: textAt(port, 'hostIP') || '0.0.0.0',
          },
        ];
      }),
    ),
  );
}
