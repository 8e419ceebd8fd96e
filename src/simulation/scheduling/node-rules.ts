import type { NodeRequirement, NodeSpec, NodeTerm, PodSpec, Taint, Toleration } from './pod.ts';

const unschedulable: Taint = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule' };

/** Whether the labels of a node are those that a pod asks for. Source: kube-scheduler, plugin NodeAffinity. */
export function matchesNode(spec: PodSpec, node: NodeSpec): boolean {
  const { nodeSelector = [], nodeTerms = [] } = spec;
  return (
    nodeSelector.every(([key, value]) => node.labels.get(key) === value) &&
    (nodeTerms.length === 0 || nodeTerms.some((term) => matchesTerm(term, node)))
  );
}

/** A term without any requirement matches nothing. */
export function matchesTerm({ expressions, names = [] }: NodeTerm, node: NodeSpec): boolean {
  if (expressions.length + names.length === 0) return false;
  return (
    expressions.every((one) => meets(one, node.labels.get(one.key))) &&
    names.every((one) => meets(one, node.name))
  );
}

function meets({ operator, values }: NodeRequirement, value: string | undefined): boolean {
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  if (value === undefined || !/^-?\d+$/.test(value)) return false;
  return operator === 'Gt' ? Number(value) > Number(values[0]) : Number(value) < Number(values[0]);
}

/** Whether a pod bears all taints that keep pods away. Source: kube-scheduler, plugin TaintToleration. */
export function toleratesNode(spec: PodSpec, node: NodeSpec): boolean {
  return node.taints.every((taint) => taint.effect === 'PreferNoSchedule' || tolerates(spec, taint));
}

/** Source: kube-scheduler, plugin NodeUnschedulable. */
export function toleratesCordon(spec: PodSpec): boolean {
  return tolerates(spec, unschedulable);
}

export function tolerates({ tolerations = [] }: PodSpec, taint: Taint): boolean {
  return tolerations.some((one) => bears(one, taint));
}

function bears({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== taint.effect) return false;
  if (key !== undefined && key !== taint.key) return false;
  return operator === 'Exists' || (key !== undefined && value === taint.value);
}

/** How many taints would rather keep the pod away. */
export function dislikedTaints(spec: PodSpec, node: NodeSpec): number {
  return node.taints.filter((taint) => taint.effect === 'PreferNoSchedule' && !tolerates(spec, taint)).length;
}

/** The sum of the weights of the wishes that a node meets; a wish without requirements meets none. */
export function nodeWishes({ preferredNodes = [] }: PodSpec, node: NodeSpec): number {
  return preferredNodes.reduce((sum, { weight, term }) => (matchesTerm(term, node) ? sum + weight : sum), 0);
}

/** Whether what a pod asks of a node can differ between nodes that are alike but for their name. */
export function namesNodes({
  nodeName,
  nodeSelector = [],
  nodeTerms = [],
  preferredNodes = [],
}: PodSpec): boolean {
  const byName = ({ expressions, names = [] }: NodeTerm) =>
    names.length > 0 || expressions.some(({ key }) => key === 'kubernetes.io/hostname');
  return (
    nodeName !== undefined ||
    nodeSelector.some(([key]) => key === 'kubernetes.io/hostname') ||
    nodeTerms.some(byName) ||
    preferredNodes.some(({ term }) => byName(term))
  );
}
