import { addNode, grow, type Platform, type Running } from '../platform/platform.ts';
import { defaults } from '../platform/settings.ts';
import type { Workload } from '../platform/workload.ts';
import type { Pod } from '../scheduling/cluster.ts';
import { schedule } from '../scheduling/schedule.ts';
import { refusedBy, shareOf } from './judge-loss.ts';
import { counted, scenario } from './machines.ts';
import { inTurn, type Outcome, type Scenario, worse } from './outcome.ts';
import { propagate } from './propagate.ts';

/** Every node drained by itself, as an upgrade does in turn: a new node stands by, and budgets are kept. */
export function drainEachNode(platform: Platform, running: Running): readonly Scenario[] {
  const worst = new Map<Workload, Outcome>();
  const { nodes } = running.cluster;
  const count = nodes.filter(({ alive }) => alive).length;
  for (let index = 0; index < nodes.length && nodes[index]!.alive; index++)
    for (const outcome of drain(platform, running, index)) {
      const known = worst.get(outcome.workload);
      if (!known || worse(outcome.state, known.state) || (outcome.blocks && !known.blocks))
        worst.set(outcome.workload, outcome);
    }
  if (count === 0) return [];
  return [
    scenario(
      'drain',
      'drain',
      `every node is drained in turn, as for an upgrade (${counted(count, 'node')})`,
      propagate(platform, [...worst.values()], () => undefined),
    ),
  ];
}

function drain(platform: Platform, running: Running, index: number): readonly Outcome[] {
  const { cluster, pods, poolOf } = running;
  const mark = cluster.mark();
  const made = new Map(running.made);
  const { spec } = cluster.nodes[index]!;
  const pool = poolOf.get(spec.pool)!;
  cluster.cordon(index);
  const here = new Set([...cluster.nodes[index]!.pods].filter(({ template }) => !template.spec.daemon));
  const outcomes: Outcome[] = [];
  const all: Pod[] = [];
  for (const [workload, own] of pods) {
    const standing = own.filter((pod) => here.has(pod));
    if (standing.length > 0) {
      const what = pool.alone ? `a machine of ${pool.name} is retired` : `node ${spec.name} is drained`;
      outcomes.push(evict(workload, own, standing, what, platform));
      all.push(...standing.slice(0, outcomes.at(-1)!.blocks ? 0 : standing.length));
    }
  }
  for (const pod of all) cluster.evict(pod);
  let waiting = schedule(cluster, all).unplaced;
  if (waiting.length > 0 && pool.replacesNodes && pool.desired > 0) {
    addNode(running, pool, spec.zone);
    waiting = schedule(cluster, waiting).unplaced;
  }
  waiting = grow(running, platform.pools, waiting, {});
  const stuck = new Map(waiting.map((pod) => [pod.template.spec.owner, refusedBy(cluster, pod)]));
  cluster.rollback(mark);
  running.made.clear();
  for (const [name, number] of made) running.made.set(name, number);
  return outcomes.map((outcome) => {
    const reason = stuck.get(outcome.workload.address);
    if (reason === undefined) return outcome;
    const left = Math.max(
      0,
      outcome.before -
        waiting.filter(({ template }) => template.spec.owner === outcome.workload.address).length,
    );
    const state =
      left === 0 ? ('down' as const) : left < outcome.needed ? ('degraded' as const) : outcome.state;
    return {
      ...outcome,
      state,
      left,
      restored: left,
      why: [...outcome.why, `its ${outcome.workload.runs}s find no other place: ${reason}`],
      duration: { seconds: undefined, until: 'the drained node is back', parts: [] },
    };
  });
}

/** What the eviction of a node's pods means for a workload, under its budget: one after the other where that is the only way. */
function evict(
  workload: Workload,
  own: readonly Pod[],
  standing: readonly Pod[],
  what: string,
  { settings }: Platform,
): Outcome {
  const before = own.filter(({ node: at }) => at >= 0).length;
  const needed = Math.min(workload.enough, before);
  const base = { workload, before, restored: before, needed };
  const { budget } = workload;
  if (workload.kind === 'bare')
    return {
      ...base,
      state: 'serving',
      left: before,
      why: [
        what,
        `${workload.address} belongs to no controller, so kubectl drain refuses to evict it without --force`,
      ],
      blocks: 'no controller would make the Pod anew, so the drain stops at it',
    };
  if (budget && budget.keeps >= before)
    return {
      ...base,
      state: 'serving',
      left: before,
      why: [
        what,
        `${budget.resource.address} keeps ${budget.keeps} pods, and there are ${before}, so none may ever be evicted`,
      ],
      blocks: `${budget.resource.address} allows no eviction, so no node that holds a pod of it can be drained`,
    };
  if (workload.held) return { ...base, state: 'serving', left: before, why: [what], blocks: workload.held };
  if (workload.runs !== 'pod') return replaced(workload, base, what);
  // with a budget, only so many go at a time as it allows
  const away = budget ? Math.min(standing.length, before - budget.keeps) : standing.length;
  const left = before - away;
  const state = left === 0 ? 'down' : left < needed ? 'degraded' : 'serving';
  const seconds = settings.podStartSeconds ?? defaults.podStartSeconds;
  return {
    ...base,
    state,
    left,
    why: [
      what,
      `${shareOf(away, before, workload)} ${away === 1 ? 'is' : 'are'} evicted${away > 1 ? ' at the same time' : ''}${budget || before === 1 ? '' : ': no budget limits it'}`,
    ],
    ...(state === 'serving'
      ? {}
      : {
          duration: inTurn(
            [
              {
                what: 'a pod starts and is ready elsewhere',
                seconds,
                source: 'assumed; simulation.podStartSeconds',
              },
            ],
            'its pods run elsewhere',
          ),
        }),
  };
}

/** New ones come before old ones go, as far as the deployment lets more of them run. Source: Amazon ECS Developer Guide, container instance draining. */
function replaced(
  workload: Workload,
  base: Pick<Outcome, 'workload' | 'before' | 'restored' | 'needed'>,
  what: string,
): Outcome {
  const { before, needed } = base;
  const { surge, unavailable } = workload.rollout;
  if (workload.runs === 'task' && surge === 0 && unavailable === 0)
    return {
      ...base,
      state: 'serving',
      left: before,
      why: [what],
      blocks: `${workload.address} lets neither more nor fewer tasks run than are wanted, so none may be moved`,
    };
  const left = surge > 0 ? before - Math.min(1, unavailable) : before - 1;
  const state = left <= 0 ? 'down' : left < needed ? 'degraded' : 'serving';
  return {
    ...base,
    state,
    left: Math.max(0, left),
    why: [what, `${shareOf(1, before, workload)} goes before another one is there`],
  };
}
