import type { Cluster, Pod } from './cluster.ts';
import { prepare, refusal } from './fit.ts';

interface Room {
  readonly node: number;
  readonly victims: readonly Pod[];
}

/**
 * A node on which a pod would fit if less important ones went, with as few and as unimportant ones as possible.
 * Source: kube-scheduler, plugin DefaultPreemption. Budgets are not looked at: they forbid no preemption.
 */
export function makeRoom(cluster: Cluster, pod: Pod): Room | undefined {
  const { spec } = pod.template;
  if (spec.neverPreempts) return undefined;
  const rank = spec.priority ?? 0;
  let chosen: Room | undefined;
  for (let node = 0; node < cluster.nodes.length; node++) {
    const state = cluster.nodes[node]!;
    if (!state.alive || state.cordoned || !cluster.suits(pod.template, node)) continue;
    const lower = [...state.pods].filter((other) => priorityOf(other) < rank);
    if (lower.length === 0) continue;
    const room = victimsOn(cluster, pod, node, lower);
    if (room && (!chosen || milder(room, chosen))) chosen = room;
  }
  return chosen;
}

/** All less important pods are taken away, and those that can stay are put back, the most important first. */
function victimsOn(cluster: Cluster, pod: Pod, node: number, lower: readonly Pod[]): Room | undefined {
  const mark = cluster.mark();
  for (const other of lower) cluster.evict(other);
  const fits = () => refusal(cluster, pod, node, prepare(pod.template)) === undefined;
  const victims: Pod[] = [];
  if (fits())
    for (const other of [...lower].sort((a, b) => priorityOf(b) - priorityOf(a))) {
      cluster.place(other, node);
      if (fits()) continue;
      cluster.evict(other);
      victims.push(other);
    }
  cluster.rollback(mark);
  return victims.length > 0 ? { node, victims } : undefined;
}

function milder(a: Room, b: Room): boolean {
  const worst = ({ victims }: Room) =>
    victims.reduce((most, pod) => Math.max(most, priorityOf(pod)), -Infinity);
  const sum = ({ victims }: Room) => victims.reduce((total, pod) => total + priorityOf(pod), 0);
  return (
    worst(a) - worst(b) < 0 ||
    (worst(a) === worst(b) && (sum(a) < sum(b) || (sum(a) === sum(b) && a.victims.length < b.victims.length)))
  );
}

function priorityOf({ template }: Pod): number {
  return template.spec.priority ?? 0;
}
