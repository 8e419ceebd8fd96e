import type { Cluster, NodeState, Pod } from './cluster.ts';
import { matchesNode, toleratesNode } from './node-rules.ts';
import type { HostPort, PodSpec } from './pod.ts';
import type { Template } from './template.ts';

/** Why a node does not take a pod, in the words of kube-scheduler's plugins. */
export type Refusal =
  | 'NodeName'
  | 'NodeUnschedulable'
  | 'NodeAffinity'
  | 'TaintToleration'
  | 'VolumeZone'
  | 'NodePorts'
  | 'cpu'
  | 'memory'
  | 'pods'
  | 'extended'
  | 'PodTopologySpread'
  | 'InterPodAffinity';

/** What a scheduling attempt knows before it looks at nodes: the fewest pods in any place, for each hard constraint. */
export function prepare({ hard }: Template): readonly number[] {
  return hard.length === 0 ? none : hard.map((spread) => spread.fewest());
}

const none: readonly number[] = [];

/** Why a node cannot take a pod; `undefined` where it can. */
export function refusal(
  cluster: Cluster,
  pod: Pod,
  index: number,
  fewest: readonly number[],
): Refusal | undefined {
  const node = cluster.nodes[index]!;
  const { template } = pod;
  if (node.cordoned && !template.bearsCordon) return 'NodeUnschedulable';
  if (!cluster.suits(template, index)) return whyUnsuited(template.spec, node);
  if (pod.zone !== undefined && pod.zone !== node.spec.zone) return 'VolumeZone';
  return lacking(template.spec, node) ?? crowding(template, index, fewest);
}

function whyUnsuited(spec: PodSpec, { spec: node }: NodeState): Refusal {
  if (spec.nodeName !== undefined && spec.nodeName !== node.name) return 'NodeName';
  if (!matchesNode(spec, node)) return 'NodeAffinity';
  return toleratesNode(spec, node) ? 'NodeAffinity' : 'TaintToleration';
}

/** Source: kube-scheduler, plugins NodeResourcesFit and NodePorts: what is not requested is not looked at. */
export function lacking(spec: PodSpec, node: NodeState): Refusal | undefined {
  if (node.slots < 1) return 'pods';
  if (spec.cpu > 0 && spec.cpu > node.cpu) return 'cpu';
  if (spec.memory > 0 && spec.memory > node.memory) return 'memory';
  if (spec.extended)
    for (const [name, amount] of spec.extended)
      if (amount > (node.extended.get(name) ?? 0)) return 'extended';
  if (spec.hostPorts?.some((port) => node.ports.some((taken) => collides(port, taken)))) return 'NodePorts';
  return undefined;
}

function collides(a: HostPort, b: HostPort): boolean {
  return (
    a.port === b.port &&
    a.protocol === b.protocol &&
    (a.address === b.address || a.address === '0.0.0.0' || b.address === '0.0.0.0')
  );
}

/** Source: kube-scheduler, plugins PodTopologySpread and InterPodAffinity. */
function crowding(template: Template, index: number, fewest: readonly number[]): Refusal | undefined {
  const { hard } = template;
  for (let at = 0; at < hard.length; at++) {
    const { counter, constraint, self } = hard[at]!;
    if (counter.topology.of[index]! < 0) return 'PodTopologySpread';
    if (counter.at(index) + self - fewest[at]! > constraint.maxSkew) return 'PodTopologySpread';
  }
  for (const counter of template.antiAffinity) if (counter.at(index) > 0) return 'InterPodAffinity';
  for (const counter of template.shunnedBy) if (counter.at(index) > 0) return 'InterPodAffinity';
  return template.affinity.length > 0 && !attracted(template, index) ? 'InterPodAffinity' : undefined;
}

/** The first pod of a group that is drawn to itself has nobody to go to, and may go anywhere. */
function attracted({ affinity, selfAffine }: Template, index: number): boolean {
  if (affinity.some((counter) => counter.topology.of[index]! < 0)) return false;
  if (affinity.every((counter) => counter.at(index) > 0)) return true;
  return selfAffine && affinity.every((counter) => counter.total === 0);
}
