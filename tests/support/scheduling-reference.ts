import type { LabelSelector } from '../../src/graph/kubernetes/labels.ts';
import type {
  NodeRequirement,
  NodeSpec,
  NodeTerm,
  PodSpec,
  PodTerm,
  SpreadConstraint,
  Taint,
} from '../../src/simulation/scheduling/pod.ts';

/** A pod that stands on a node, as plain data. */
export interface Standing {
  readonly spec: PodSpec;
  readonly node: NodeSpec;
}

export interface Scene {
  /** nodes that exist */
  readonly nodes: readonly NodeSpec[];
  readonly cordoned: ReadonlySet<NodeSpec>;
  readonly pods: readonly Standing[];
}

/**
 * Whether a pod may go to a node, straight from the documented rules of kube-scheduler's filters: everything is counted anew,
 * nothing is remembered. Written apart from the model, to hold it to account.
 * Source: https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins and the documents of each feature.
 */
export function mayGo(scene: Scene, pod: PodSpec, node: NodeSpec): boolean {
  return (
    (pod.nodeName === undefined || pod.nodeName === node.name) &&
    cordonAdmits(scene, pod, node) &&
    affinityAdmits(pod, node) &&
    taintsAdmit(pod, node) &&
    resourcesAdmit(scene, pod, node) &&
    portsAdmit(scene, pod, node) &&
    (pod.spread ?? []).every((one) => !one.hard || spreadAdmits(scene, pod, one, node)) &&
    podsAdmit(scene, pod, node)
  );
}

function on(scene: Scene, node: NodeSpec): readonly PodSpec[] {
  return scene.pods.filter((one) => one.node === node).map(({ spec }) => spec);
}

function cordonAdmits(scene: Scene, pod: PodSpec, node: NodeSpec): boolean {
  const taint: Taint = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule' };
  return !scene.cordoned.has(node) || bears(pod, taint);
}

function affinityAdmits(pod: PodSpec, node: NodeSpec): boolean {
  for (const [key, value] of pod.nodeSelector ?? []) if (node.labels.get(key) !== value) return false;
  const terms = pod.nodeTerms ?? [];
  return terms.length === 0 || terms.some((term) => termHolds(term, node));
}

function termHolds({ expressions, names = [] }: NodeTerm, node: NodeSpec): boolean {
  if (expressions.length === 0 && names.length === 0) return false;
  for (const one of expressions) if (!holds(one, node.labels.get(one.key))) return false;
  for (const one of names) if (!holds(one, node.name)) return false;
  return true;
}

function holds({ operator, values }: NodeRequirement, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.indexOf(value) >= 0;
    case 'NotIn':
      return value === undefined || values.indexOf(value) < 0;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number.parseInt(value, 10) > Number.parseInt(values[0]!, 10);
    default:
      return value !== undefined && Number.parseInt(value, 10) < Number.parseInt(values[0]!, 10);
  }
}

function bears(pod: PodSpec, taint: Taint): boolean {
  for (const { key, operator, value, effect } of pod.tolerations ?? []) {
    if (effect !== undefined && effect !== taint.effect) continue;
    if (key === undefined) {
      if (operator === 'Exists') return true;
      continue;
    }
    if (key === taint.key && (operator === 'Exists' || value === taint.value)) return true;
  }
  return false;
}

function taintsAdmit(pod: PodSpec, node: NodeSpec): boolean {
  return node.taints
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .every((taint) => bears(pod, taint));
}

function resourcesAdmit(scene: Scene, pod: PodSpec, node: NodeSpec): boolean {
  const others = on(scene, node);
  const used = (of: (one: PodSpec) => number) => others.reduce((sum, one) => sum + of(one), 0);
  if (others.length + 1 > node.pods) return false;
  if (pod.cpu > 0 && used(({ cpu }) => cpu) + pod.cpu > node.cpu) return false;
  if (pod.memory > 0 && used(({ memory }) => memory) + pod.memory > node.memory) return false;
  for (const [name, amount] of pod.extended ?? [])
    if (used(({ extended }) => extended?.get(name) ?? 0) + amount > (node.extended?.get(name) ?? 0))
      return false;
  return true;
}

function portsAdmit(scene: Scene, pod: PodSpec, node: NodeSpec): boolean {
  const any = '0.0.0.0';
  for (const other of on(scene, node))
    for (const taken of other.hostPorts ?? [])
      for (const wanted of pod.hostPorts ?? [])
        if (
          taken.port === wanted.port &&
          taken.protocol === wanted.protocol &&
          (taken.address === wanted.address || taken.address === any || wanted.address === any)
        )
          return false;
  return true;
}

function selects(selector: LabelSelector | undefined, labels: ReadonlyMap<string, string>): boolean {
  if (!selector) return false;
  for (const [key, value] of selector.equal) if (labels.get(key) !== value) return false;
  return selector.expressions.every(({ key, operator, values }) => {
    const value = labels.get(key);
    if (operator === 'In') return value !== undefined && values.includes(value);
    if (operator === 'NotIn') return value === undefined || !values.includes(value);
    return operator === 'Exists' ? value !== undefined : value === undefined;
  });
}

/** Skew of a place: its pods, with the new one, less those of the emptiest place that counts. */
function spreadAdmits(scene: Scene, pod: PodSpec, one: SpreadConstraint, node: NodeSpec): boolean {
  const here = node.labels.get(one.topologyKey);
  if (here === undefined) return false;
  const keys = (pod.spread ?? []).filter(({ hard }) => hard).map(({ topologyKey }) => topologyKey);
  const counted = scene.nodes.filter(
    (other) =>
      keys.every((key) => other.labels.has(key)) &&
      (one.ignoresAffinity || affinityAdmits(pod, other)) &&
      (!one.honoursTaints || (taintsAdmit(pod, other) && cordonAdmits(scene, pod, other))),
  );
  const counts = new Map<string, number>();
  for (const other of counted) {
    const place = other.labels.get(one.topologyKey)!;
    const pods = on(scene, other).filter(
      (spec) => spec.namespace === pod.namespace && selects(one.selector, spec.labels),
    );
    counts.set(place, (counts.get(place) ?? 0) + pods.length);
  }
  const least = counts.size === 0 || counts.size < one.minDomains ? 0 : Math.min(...counts.values());
  const self = selects(one.selector, pod.labels) ? 1 : 0;
  return (counts.get(here) ?? 0) + self - least <= one.maxSkew;
}

function meant({ namespaces, selector }: PodTerm, pod: PodSpec): boolean {
  return (namespaces === undefined || namespaces.has(pod.namespace)) && selects(selector, pod.labels);
}

function podsAdmit(scene: Scene, pod: PodSpec, node: NodeSpec): boolean {
  const together = (a: NodeSpec, key: string) =>
    a.labels.has(key) && a.labels.get(key) === node.labels.get(key);
  for (const term of pod.antiAffinity ?? [])
    if (scene.pods.some((other) => meant(term, other.spec) && together(other.node, term.topologyKey)))
      return false;
  for (const other of scene.pods)
    for (const term of other.spec.antiAffinity ?? [])
      if (meant(term, pod) && together(other.node, term.topologyKey)) return false;
  const terms = pod.affinity ?? [];
  if (terms.length === 0) return true;
  if (!terms.every(({ topologyKey }) => node.labels.has(topologyKey))) return false;
  const friends = scene.pods.filter(({ spec }) => terms.every((term) => meant(term, spec)));
  const placed = terms.every(({ topologyKey }) => friends.some((other) => together(other.node, topologyKey)));
  const nobody = friends.every(({ node: at }) =>
    terms.every(({ topologyKey }) => !at.labels.has(topologyKey)),
  );
  return placed || (nobody && terms.every((term) => meant(term, pod)));
}
