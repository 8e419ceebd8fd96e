import type { NodePool } from '../platform/node-pool.ts';
import { addNode, type Barred, byNodes, grow, type Running } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import type { Pod } from '../scheduling/cluster.ts';
import { schedule } from '../scheduling/schedule.ts';

/** What became of a workload's pods when nodes went. */
export interface Loss {
  readonly workload: Workload;
  readonly before: number;
  readonly left: number;
  /** pods elsewhere that gave way to displaced ones of higher priority, and found no other place */
  readonly outranked: number;
  /** pods running again on the nodes that were left */
  readonly moved: number;
  /** pods running again once lost nodes were replaced, and pools had grown */
  readonly restored: number;
  /** pods that found no place in the end */
  readonly waiting: readonly Pod[];
}

/**
 * Takes nodes away with all pods on them, lets the rest of the platform do what it does, and puts everything back.
 * @param barred where no node can be made
 * @param look called while the loss stands, before it is taken back
 */
export function loseNodes(
  running: Running,
  nodes: readonly number[],
  barred: Barred = nothing,
  look?: (pod: Pod) => void,
): readonly Loss[] {
  const { cluster, pods, poolOf } = running;
  const mark = cluster.mark();
  const made = new Map(running.made);
  const gone = new Set<Pod>();
  const pools: NodePool[] = [];
  const lost = new Map<string, number>();
  const byAddress = ownersOf(running);
  for (const index of nodes) {
    const node = cluster.nodes[index]!;
    for (const pod of [...node.pods]) {
      cluster.evict(pod);
      const { owner } = pod.template.spec;
      if (pod.template.spec.daemon) continue;
      gone.add(pod);
      lost.set(owner, (lost.get(owner) ?? 0) + 1);
    }
    cluster.removeNode(index);
    pools.push(poolOf.get(node.spec.pool)!);
  }
  const bare = new Set([...pods.keys()].filter(({ kind }) => kind === 'bare').map(({ address }) => address));
  const displaced = [...gone].filter((pod) => !bare.has(pod.template.spec.owner));
  let waiting: readonly Pod[] = [...schedule(cluster, displaced).unplaced];
  const affected = new Set([...lost.keys(), ...waiting.map(({ template }) => template.spec.owner)]);
  const moved = new Map([...affected].map((owner) => [owner, standing(pods.get(byAddress.get(owner)!)!)]));
  if (waiting.length > 0) {
    for (const pool of pools) {
      const zones = pool.zones.filter((zone) => !barred.zones?.has(zone));
      if (pool.replacesNodes && !barred.pools?.has(pool.name) && !isOnDemand(pool) && zones.length > 0)
        addNode(running, pool, byNodes(running, pool, zones)[0]!);
    }
    waiting = schedule(cluster, waiting).unplaced;
    waiting = grow(running, [...poolOf.values()], waiting, barred);
  }
  const still = new Set(waiting);
  const losses = [...affected].map((owner): Loss => {
    const workload = byAddress.get(owner)!;
    const own = pods.get(workload)!;
    const after = standing(own);
    const taken = lost.get(owner) ?? 0;
    const before = own.filter((pod) => gone.has(pod) || pod.node >= 0 || still.has(pod)).length;
    const outranked = own.filter((pod) => still.has(pod) && !gone.has(pod)).length;
    return {
      workload,
      before,
      left: before - taken - outranked,
      outranked,
      moved: moved.get(owner)!,
      restored: after,
      waiting: own.filter((pod) => still.has(pod)),
    };
  });
  if (look) for (const pod of waiting) look(pod);
  cluster.rollback(mark);
  running.made.clear();
  for (const [pool, number] of made) running.made.set(pool, number);
  return losses;
}

const nothing: Barred = {};

function standing(own: readonly Pod[]): number {
  return own.reduce((sum, { node }) => (node >= 0 ? sum + 1 : sum), 0);
}

/** A pool without nodes of its own makes those that pods wait for. */
function isOnDemand({ desired, growsBy }: NodePool): boolean {
  return desired === 0 && growsBy !== undefined;
}

const owners = new WeakMap<Running, ReadonlyMap<string, Workload>>();

function ownersOf(running: Running): ReadonlyMap<string, Workload> {
  let known = owners.get(running);
  if (!known) {
    known = new Map([...running.pods.keys()].map((workload) => [workload.address, workload]));
    owners.set(running, known);
  }
  return known;
}
