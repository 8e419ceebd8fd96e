import type { Cluster, NodeState, Pod } from './cluster.ts';
import { dislikedTaints, nodeWishes } from './node-rules.ts';
import type { Template } from './template.ts';

/** Source: kube-scheduler, the default weights of its score plugins. */
const weights = { fit: 1, balance: 1, taints: 3, affinity: 2, pods: 2, spread: 2 };

const smallPod = { cpu: 100, memory: 200 * 2 ** 20 };

/**
 * The node that kube-scheduler would rank highest among those that take a pod. Of several it takes any; here the first, so
 * that the answer is the same every time.
 */
export function best(cluster: Cluster, pod: Pod, feasible: readonly number[]): number {
  if (feasible.length === 1) return feasible[0]!;
  const { template } = pod;
  const rest = [
    weighted(wishScores(cluster, template, feasible), weights.affinity),
    weighted(taintScores(cluster, template, feasible), weights.taints),
    weighted(podScores(template, feasible), weights.pods),
    weighted(spreadScores(template, feasible), weights.spread),
  ].filter((scores) => scores !== undefined);
  let winner = feasible[0]!;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < feasible.length; at++) {
    let score = resourceScore(cluster.nodes[feasible[at]!]!, template);
    for (const scores of rest) score += scores[at]!;
    if (score > highest) {
      highest = score;
      winner = feasible[at]!;
    }
  }
  return winner;
}

function weighted(scores: number[] | undefined, weight: number): number[] | undefined {
  return scores?.map((score) => Math.floor(score) * weight);
}

/** NodeResourcesFit (LeastAllocated) and NodeResourcesBalancedAllocation, over CPU and memory. */
function resourceScore(node: NodeState, { spec }: Template): number {
  const cpu = (node.scoredCpu + (spec.cpu || smallPod.cpu)) / node.spec.cpu;
  const memory = (node.scoredMemory + (spec.memory || smallPod.memory)) / node.spec.memory;
  const least = Math.floor((free(cpu) + free(memory)) / 2);
  const usedCpu = Math.min(1, (node.spec.cpu - node.cpu + spec.cpu) / node.spec.cpu);
  const usedMemory = Math.min(1, (node.spec.memory - node.memory + spec.memory) / node.spec.memory);
  const balance = Math.floor((1 - Math.abs(usedCpu - usedMemory) / 2) * 100);
  return least * weights.fit + balance * weights.balance;
}

function free(share: number): number {
  return share > 1 ? 0 : Math.floor((1 - share) * 100);
}

function wishScores(cluster: Cluster, template: Template, feasible: readonly number[]): number[] | undefined {
  if (!template.spec.preferredNodes?.length) return undefined;
  const raw = feasible.map((node) => nodeScores(cluster, template, node)[0]);
  return upTo100(raw);
}

function taintScores(
  cluster: Cluster,
  template: Template,
  feasible: readonly number[],
): number[] | undefined {
  const raw = feasible.map((node) => nodeScores(cluster, template, node)[1]);
  if (raw.every((count) => count === 0)) return undefined;
  return upTo100(raw).map((score) => 100 - score);
}

function nodeScores(cluster: Cluster, template: Template, index: number): readonly [number, number] {
  const { kind, spec } = cluster.nodes[index]!;
  if (template.byName) return [nodeWishes(template.spec, spec), dislikedTaints(template.spec, spec)];
  let known = template.nodeScores.get(kind);
  if (!known) {
    known = [nodeWishes(template.spec, spec), dislikedTaints(template.spec, spec)];
    template.nodeScores.set(kind, known);
  }
  return known;
}

function upTo100(raw: number[]): number[] {
  const most = raw.reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? raw : raw.map((score) => (score * 100) / most);
}

/** InterPodAffinity: what the pod wishes of others, and others of it. */
function podScores({ wishes }: Template, feasible: readonly number[]): number[] | undefined {
  if (wishes.length === 0) return undefined;
  const raw = feasible.map((node) =>
    wishes.reduce((sum, { weight, counter }) => sum + weight * counter.at(node), 0),
  );
  const { least, most } = bounds(raw);
  return most === least ? undefined : raw.map((score) => (100 * (score - least)) / (most - least));
}

/** PodTopologySpread, for constraints that are wishes: fewer pods in the place score more, weighted by how many places there are. */
function spreadScores(template: Template, feasible: readonly number[]): number[] | undefined {
  const { soft } = template;
  if (soft.length === 0) return undefined;
  const factors = soft.map((spread) => Math.log(spread.places() + 2));
  const needAll = !template.spec.spreadByDefault;
  const raw = feasible.map((node) => {
    let score = 0;
    for (let at = 0; at < soft.length; at++) {
      const { counter, constraint } = soft[at]!;
      if (counter.topology.of[node]! >= 0)
        score += counter.at(node) * factors[at]! + (constraint.maxSkew - 1);
      else if (needAll) return undefined;
    }
    return Math.round(score);
  });
  const { least, most } = bounds(raw.filter((score) => score !== undefined));
  return raw.map((score) => {
    if (score === undefined) return 0;
    return most === 0 ? 100 : (100 * (most + least - score)) / most;
  });
}

function bounds(scores: readonly number[]): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    if (score < least) least = score;
    if (score > most) most = score;
  }
  return { least, most };
}
