import { addNode, type Platform, type Running } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { Pod } from '../scheduling/cluster.ts';
import { placeFor } from '../scheduling/schedule.ts';
import { counted, scenario } from './machines.ts';
import type { Outcome, Scenario } from './outcome.ts';
import { propagate } from './propagate.ts';

/** A new version of each workload by itself that never becomes ready. */
export function rollOutBroken(platform: Platform, running: Running): readonly Scenario[] {
  const own = platform.workloads.flatMap((workload) =>
    workload.kind === 'serving' && workload.replicas > 0 ? [rollOut(workload, running)] : [],
  );
  const broken = own.filter(({ state, blocks }) => state !== 'serving' || blocks);
  if (own.length === 0) return [];
  return [
    scenario(
      'rollout',
      'rollout',
      `a new version never becomes ready (${counted(own.length, 'workload')}, each by itself)`,
      propagate(platform, broken, () => undefined),
    ),
  ];
}

/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy */
function rollOut(workload: Workload, running: Running): Outcome {
  const before = workload.replicas;
  const { strategy, surge, unavailable } = workload.rollout;
  const base = { workload, before, restored: 0, needed: Math.min(workload.enough, before) };
  const until = {
    seconds: undefined,
    until: workload.rollout.takenBackBy
      ? `${workload.rollout.takenBackBy} takes it back`
      : `somebody rolls it back: ${workload.runs === 'pod' ? 'Kubernetes does not do so by itself' : 'nothing here does so by itself'}`,
    parts: [],
  };
  const because = ['a version is rolled out that never works'];
  if (strategy === 'on-delete') return { ...base, state: 'serving', left: before, why: because };
  if (!workload.hasReadiness)
    return {
      ...base,
      state: 'down',
      left: 0,
      duration: until,
      why: [
        ...because,
        workload.runs === 'pod'
          ? 'no container says when it is ready, so its pods count as ready once they run'
          : `nothing tells when ${workload.runs === 'task' ? 'a task' : 'an instance'} is ready, so it counts as ready once it runs`,
        `the rollout goes on until no old ${workload.runs} is left`,
      ],
    };
  if (strategy === 'recreate')
    return {
      ...base,
      state: 'down',
      left: 0,
      duration: until,
      why: [...because, 'the strategy Recreate takes all old pods away first'],
    };
  const left = Math.max(0, before - unavailable);
  const state = left === 0 ? 'down' : left < base.needed ? 'degraded' : 'serving';
  const how =
    strategy === 'ordered'
      ? 'a StatefulSet takes one old pod away and waits for its new one'
      : `the strategy lets ${unavailable} of ${before} old ${workload.runs}s go`;
  const blocked = surge > 0 && unavailable === 0 && !hasRoom(workload, running);
  return {
    ...base,
    state,
    left,
    why: [...because, how],
    ...(state === 'serving' ? {} : { duration: until }),
    ...(blocked
      ? {
          blocks:
            'no node has room for the additional pod that a rollout starts with, and no old pod may go first: nothing can be rolled out',
        }
      : {}),
  };
}

/** Whether one more pod finds a place, on a node that is there or that a pool may add. */
function hasRoom(workload: Workload, running: Running): boolean {
  const { cluster } = running;
  const pod = new Pod(cluster.templateOf(workload.spec), 'surge');
  if (placeFor(cluster, pod) !== undefined) return true;
  return [...running.poolOf.values()].some((pool) => {
    if (!pool.growsBy) return false;
    const mark = cluster.mark();
    addNode(running, pool, pool.zones[0]!);
    const found = placeFor(cluster, pod) !== undefined;
    cluster.rollback(mark);
    return found;
  });
}
