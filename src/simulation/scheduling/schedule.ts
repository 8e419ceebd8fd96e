import type { Cluster, Pod } from './cluster.ts';
import { prepare, type Refusal, refusal } from './fit.ts';
import { makeRoom } from './preempt.ts';
import { best } from './score.ts';

export interface Scheduled {
  readonly unplaced: readonly Pod[];
  /** pods that had to go for more important ones, and found no other place */
  readonly preempted: readonly Pod[];
}

/**
 * Places pods as kube-scheduler does: the most important first, then in the order given; each on the node with the highest
 * score of those that take it. One that nothing takes may push out less important ones.
 */
export function schedule(cluster: Cluster, pods: readonly Pod[]): Scheduled {
  const queue = [...pods].sort((a, b) => priorityOf(b) - priorityOf(a));
  const unplaced: Pod[] = [];
  const pushed = new Set<Pod>();
  // a pod that was pushed out is less important than the one that came, so this ends
  for (let at = 0; at < queue.length; at++) {
    const pod = queue[at]!;
    const target = placeFor(cluster, pod);
    if (target !== undefined) {
      cluster.place(pod, target);
      pushed.delete(pod);
      continue;
    }
    const room = makeRoom(cluster, pod);
    if (!room) {
      unplaced.push(pod);
      continue;
    }
    for (const victim of room.victims) {
      cluster.evict(victim);
      if (victim.template.spec.daemon) continue;
      pushed.add(victim);
      queue.push(victim);
    }
    cluster.place(pod, room.node);
  }
  return { unplaced, preempted: unplaced.filter((pod) => pushed.has(pod)) };
}

/** The node that a pod goes to; `undefined` where none takes it. */
export function placeFor(cluster: Cluster, pod: Pod): number | undefined {
  const fewest = prepare(pod.template);
  const feasible: number[] = [];
  for (let index = 0; index < cluster.nodes.length; index++)
    if (cluster.nodes[index]!.alive && refusal(cluster, pod, index, fewest) === undefined)
      feasible.push(index);
  return feasible.length === 0 ? undefined : best(cluster, pod, feasible);
}

/** How many nodes refuse a pod, by reason, the most frequent first. */
export function refusals(cluster: Cluster, pod: Pod): readonly (readonly [Refusal, number])[] {
  const fewest = prepare(pod.template);
  const counts = new Map<Refusal, number>();
  for (let index = 0; index < cluster.nodes.length; index++) {
    if (!cluster.nodes[index]!.alive) continue;
    const reason = refusal(cluster, pod, index, fewest);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** Puts a pod of a DaemonSet on each node that admits it and has room; what has none is given back. */
export function scheduleDaemons(cluster: Cluster, daemons: readonly Pod[], node: number): readonly Pod[] {
  return daemons.filter((pod) => {
    if (!cluster.suits(pod.template, node)) return false;
    if (refusal(cluster, pod, node, prepare(pod.template)) !== undefined) return true;
    cluster.place(pod, node);
    return false;
  });
}

function priorityOf({ template }: Pod): number {
  return template.spec.priority ?? 0;
}
