import { itemsAt, textAt } from '../../graph/kubernetes/look.ts';
import type { Edit, Fix } from '../../model/edit.ts';
import type { NodePool } from '../platform/node-pool.ts';
import { type Platform, type Running, start } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { hostKey, type SpreadConstraint, zoneKey } from '../scheduling/pod.ts';
import { outcomesOf } from './machines.ts';
import { type Outcome, type Remedy, type Scenario, worse } from './outcome.ts';
import { isKeptApart } from './spreading.ts';

/** Pods times nodes that trials may look at in all; beyond, a change is proposed without being tried. */
const mostLooked = 1_000_000;

/** Adds to what fails, and to what goes well by luck, the smallest change that helps. */
export function withRemedies(platform: Platform, scenarios: readonly Scenario[]): readonly Scenario[] {
  const known = new Map<string, Remedy | undefined>();
  const budget = { looks: mostLooked };
  return scenarios.map((scenario) => {
    const place =
      scenario.kind === 'zone'
        ? 'zone'
        : scenario.kind === 'node' || scenario.kind === 'largest-node'
          ? 'node'
          : undefined;
    const outcomes = scenario.outcomes.map((outcome) => {
      let remedy: Remedy | undefined;
      if (scenario.kind === 'drain' || scenario.kind === 'rollout') remedy = plainRemedy(scenario, outcome);
      else if (place && (outcome.state === 'down' || outcome.byLuck)) {
        const key = `${place} ${outcome.workload.address} ${outcome.state === 'down'}`;
        if (!known.has(key)) known.set(key, apart(platform, outcome, place, budget));
        remedy = known.get(key);
      }
      return remedy ? { ...outcome, remedy } : outcome;
    });
    return { ...scenario, outcomes };
  });
}

/** Tasks and instances are spread by AWS: what helps is a second one, and a second zone for it. */
function apartOutside(
  platform: Platform,
  { workload, place, isDown }: { workload: Workload; place: 'node' | 'zone'; isDown: boolean },
): Remedy | undefined {
  const { address, runs, replicas } = workload;
  const zones = new Set(
    platform.pools.filter((pool) => pool.alone && isOwn(pool, workload)).flatMap((pool) => pool.zones),
  );
  const more = replicas < 2 ? [`run 2 ${runs}s${workload.setBy ? ` (${workload.setBy.replicas})` : ''}`] : [];
  if (place === 'zone' && zones.size === 1)
    return { what: [...more, 'give it subnets in a second zone'].join(' and '), tried: false };
  if (!isDown)
    return place === 'zone' && runs === 'task'
      ? { what: 'availability_zone_rebalancing = "ENABLED"', tried: false }
      : undefined;
  if (more.length === 0) return { what: `more room for ${address} elsewhere`, tried: false };
  const changed = applied(workload, { replicas: 2, keep: false }, place);
  const helps = survives(platform, workload, changed, place);
  return helps ? { what: more[0]!, tried: true } : undefined;
}

function isOwn(pool: NodePool, { spec }: Workload): boolean {
  return (spec.nodeSelector ?? []).some(([key, value]) => pool.labels.get(key) === value);
}

/** More pods, apart from each other: tried one after the other, the smallest first. */
function apart(
  platform: Platform,
  { workload, state }: Outcome,
  place: 'node' | 'zone',
  budget: { looks: number },
): Remedy | undefined {
  if (workload.kind === 'bare')
    return { what: 'let a Deployment run it, so that something makes it anew', tried: false };
  // pods that share nothing keep data of their own each: one alone is helped by no second one
  if (workload.isStore || (workload.zonal && workload.replicas < 2)) return { what: copies, tried: false };
  if (workload.runs !== 'pod') return apartOutside(platform, { workload, place, isDown: state === 'down' });
  const single = workload.replicas < 2;
  const changes: Change[] = [
    ...(single ? [{ replicas: 2, keep: false }] : [{ replicas: workload.replicas, keep: true }]),
    { replicas: Math.max(2, workload.replicas), keep: true },
    { replicas: Math.max(2, workload.replicas), keep: true, places: 2 },
    { replicas: workload.replicas + 1, keep: true },
  ];
  const pods = platform.workloads.reduce((sum, { replicas }) => sum + replicas, 0);
  const size = pods * platform.pools.reduce((sum, { desired }) => sum + Math.max(1, desired), 0);
  for (const change of changes) {
    const changed = applied(workload, change, place);
    budget.looks -= size;
    if (budget.looks < 0) return { ...wordsOf(workload, change, place), tried: false };
    if (state === 'down' ? survives(platform, workload, changed, place) : fits(platform, workload, changed))
      return { ...wordsOf(workload, change, place), tried: true };
  }
  return {
    what: 'room for a second pod elsewhere: no change of the workload alone was found that helps',
    tried: true,
  };
}

const copies =
  'keep a copy of its data elsewhere: replication by the application or its operator, or a service with a standby; more pods alone would be stores of their own';

interface Change {
  readonly replicas: number;
  /** by a rule that keeps its pods apart */
  readonly keep: boolean;
  /** places that there have to be: without it a cluster of one node, which would grow, counts as spread */
  readonly places?: number;
}

function applied(
  workload: Workload,
  { replicas, keep, places = 1 }: Change,
  place: 'node' | 'zone',
): Workload {
  const { spec } = workload;
  const constraint: SpreadConstraint = {
    topologyKey: place === 'zone' ? zoneKey : hostKey,
    maxSkew: 1,
    minDomains: places,
    hard: true,
    selector: { equal: [...spec.labels], expressions: [] },
  };
  const others = (spec.spread ?? []).filter(({ topologyKey }) => topologyKey !== constraint.topologyKey);
  return {
    ...workload,
    replicas,
    most: Math.max(replicas, workload.most),
    enough: Math.min(workload.enough, workload.replicas),
    spec:
      keep && !isKeptApart(workload, place)
        ? { ...spec, spreadByDefault: false, spread: [...others, constraint] }
        : { ...spec },
  };
}

function restarted(
  platform: Platform,
  workload: Workload,
  changed: Workload,
): { platform: Platform; running: Running } {
  const workloads = platform.workloads.map((one) => (one === workload ? changed : one));
  const next = { ...platform, workloads, dependencies: [], managed: [], exits: [] };
  return { platform: next, running: start(next) };
}

/** Loses in turn each place in which its pods stand: the others do not matter to it. */
function survives(
  platform: Platform,
  workload: Workload,
  changed: Workload,
  place: 'node' | 'zone',
): boolean {
  const tried = restarted(platform, workload, changed);
  const { nodes } = tried.running.cluster;
  const nameOf = (index: number) => (place === 'zone' ? nodes[index]!.spec.zone : nodes[index]!.spec.name);
  const own = (tried.running.pods.get(changed) ?? []).filter(({ node }) => node >= 0);
  const places = new Set(own.map(({ node }) => nameOf(node)));
  return [...places].every((name) => {
    const lost = nodes.flatMap(({ alive }, index) => (alive && nameOf(index) === name ? [index] : []));
    const barred = place === 'zone' ? { zones: new Set([name]) } : {};
    const event = { what: `${place} ${name} is lost`, place, end: 'it is back' };
    const outcomes = outcomesOf(tried.platform, tried.running, lost, event, barred);
    return outcomes.every((one) => one.workload !== changed || !worse(one.state, 'degraded'));
  });
}

function fits(platform: Platform, workload: Workload, changed: Workload): boolean {
  const { running } = restarted(platform, workload, changed);
  return (running.pods.get(changed) ?? []).every(({ node }) => node >= 0);
}

function wordsOf(
  workload: Workload,
  { replicas, keep, places }: Change,
  place: 'node' | 'zone',
): Omit<Remedy, 'tried'> {
  const more = replicas > workload.replicas;
  const parts = [
    ...(more ? [`run ${replicas} pods${workload.setBy ? ` (${workload.setBy.replicas})` : ''}`] : []),
    ...(keep && !isKeptApart(workload, place)
      ? [
          `keep its pods ${place === 'node' ? 'on different nodes' : 'in different zones'} by a topology spread with whenUnsatisfiable: DoNotSchedule${places ? ` and minDomains: ${places}` : ''}`,
        ]
      : []),
  ];
  const edits = workload.setBy
    ? []
    : [
        ...(more ? replicaEdits(workload, replicas) : []),
        ...(keep ? spreadEdits(workload, place, places) : []),
      ];
  const what = parts.join(' and ');
  const fix: Fix | undefined = edits.length > 0 ? { safety: 'unsafe', summary: what, edits } : undefined;
  return { what, ...(fix ? { fix } : {}) };
}

/** Where an autoscaler decides, there is nothing to set in the workload. */
function replicaEdits({ resource, most, replicas }: Workload, count: number): readonly Edit[] {
  if (most !== replicas) return [];
  const written = resource.body.peek('spec', 'replicas');
  if (written) return [{ op: 'replace', node: written, value: count }];
  return [{ op: 'set', in: resource.body, path: ['spec', 'replicas'], value: count }];
}

function spreadEdits({ resource }: Workload, place: 'node' | 'zone', places?: number): readonly Edit[] {
  const key = place === 'zone' ? zoneKey : hostKey;
  const spec = resource.body.peek('spec', 'template', 'spec');
  const wish = itemsAt(spec, 'topologySpreadConstraints').find((one) => textAt(one, 'topologyKey') === key);
  const when = wish?.peek('whenUnsatisfiable');
  if (when) return [{ op: 'replace', node: when, value: 'DoNotSchedule' }];
  const labels = resource.body.peek('spec', 'selector', 'matchLabels');
  if (!spec || !labels || itemsAt(spec, 'topologySpreadConstraints').length > 0) return [];
  const value = [
    {
      topologyKey: key,
      maxSkew: 1,
      whenUnsatisfiable: 'DoNotSchedule',
      ...(places ? { minDomains: places } : {}),
      labelSelector: { matchLabels: labels.plain() },
    },
  ];
  return [{ op: 'set', in: spec, path: ['topologySpreadConstraints'], value }];
}

/** What helps against a drain that never ends, and a rollout that takes everything. */
function plainRemedy(scenario: Scenario, outcome: Outcome): Remedy | undefined {
  return outcome.workload.runs === 'pod' ? ofPods(scenario, outcome) : ofOthers(scenario, outcome);
}

function ofOthers({ kind }: Scenario, { workload, state, blocks }: Outcome): Remedy | undefined {
  const { runs, replicas, hasReadiness, held, setBy } = workload;
  if (blocks)
    return {
      what: held
        ? 'scale_in_protected_instances = "Refresh" in the preferences of the refresh'
        : 'deployment_maximum_percent above 100',
      tried: false,
    };
  if (state !== 'down') return undefined;
  if (kind === 'rollout' && !hasReadiness)
    return {
      what:
        runs === 'task'
          ? 'a healthCheck of its container, or a target group of a load balancer'
          : 'health_check_type = "ELB" with a target group',
      tried: false,
    };
  return replicas < 2
    ? { what: `run 2 ${runs}s${setBy ? ` (${setBy.replicas})` : ''}`, tried: false }
    : undefined;
}

function ofPods({ kind }: Scenario, { workload, state, blocks }: Outcome): Remedy | undefined {
  const { budget, replicas, rollout, hasReadiness } = workload;
  if (kind === 'drain') {
    if (blocks && budget?.at && replicas > 1) {
      const fix: Fix = {
        safety: 'unsafe',
        summary: `let ${budget.resource.address} spare one pod`,
        edits: [{ op: 'replace', node: budget.at, value: isLeast(budget) ? replicas - 1 : 1 }],
      };
      return {
        what: `${isLeast(budget) ? `minAvailable: ${replicas - 1}` : 'maxUnavailable: 1'} in ${budget.resource.address}, or one pod more`,
        fix,
        tried: false,
      };
    }
    if (blocks && workload.kind === 'bare') return { what: 'let a Deployment run it', tried: false };
    if (state !== 'down') return undefined;
    if (workload.zonal || workload.isStore) return { what: copies, tried: false };
    return replicas < 2
      ? { what: 'run 2 pods, with a PodDisruptionBudget of maxUnavailable: 1', tried: false }
      : { what: 'a PodDisruptionBudget of maxUnavailable: 1', tried: false };
  }
  if (state !== 'down')
    return blocks
      ? { what: 'maxUnavailable: 1 in its strategy, or room for one more pod', tried: false }
      : undefined;
  if (!hasReadiness)
    return { what: 'a readiness probe that answers only when the version works', tried: false };
  if (workload.zonal || workload.isStore) return { what: copies, tried: false };
  if (rollout.strategy === 'recreate') return { what: 'the strategy RollingUpdate', tried: false };
  return { what: 'run 2 pods', tried: false };
}

function isLeast({ resource, at }: NonNullable<Workload['budget']>): boolean {
  return resource.body.peek('spec', 'minAvailable') === at;
}
