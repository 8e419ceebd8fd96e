import { itemsAt, textAt } from '../../graph/look.ts';
import type { Edit, Fix } from '../../model/edit.ts';
import type { NodePool } from '../platform/node-pool.ts';
import { type Platform, type Running, start } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { hostKey, type SpreadConstraint, zoneKey } from '../scheduling/pod.ts';
import { outcomesOf } from './machines.ts';
import { type Outcome, type Remedy, type Scenario, worse } from './outcome.ts';
import { copies, plainRemedy } from './plain-remedies.ts';
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
      ? {
          what: 'availability_zone_rebalancing = "ENABLED"',
          ...inCode(workload, 'availability_zone_rebalancing', 'ENABLED'),
          tried: false,
        }
      : undefined;
  if (more.length === 0) return { what: `more room for ${address} elsewhere`, tried: false };
  const changed = applied(workload, { replicas: 2, keep: false }, place);
  const helps = survives(platform, workload, changed, place);
  if (!helps) return undefined;
  const written = workload.most > workload.replicas ? {} : inCode(workload, 'desired_count', 2);
  return { what: more[0]!, ...written, tried: true };
}

/** The change as an edit of a service of ECS; a blueprint's is made by a person. */
function inCode({ resource }: Workload, attribute: string, value: string | number): { fix?: Fix } {
  if (resource.type !== 'aws_ecs_service') return {};
  const edits: readonly Edit[] = [{ op: 'set', in: resource.body, path: [attribute], value }];
  return { fix: { safety: 'unsafe', summary: `set ${attribute} to ${value}`, edits } };
}

function isOwn(pool: NodePool, { spec }: Workload): boolean {
  return (spec.nodeSelector ?? []).some(([key, value]) => pool.labels.get(key) === value);
}

/** More pods, apart from each other: tried one after the other, the smallest first. */
function apart(
  platform: Platform,
  { workload, state, outranked }: Outcome,
  place: 'node' | 'zone',
  budget: { looks: number },
): Remedy | undefined {
  if (workload.kind === 'bare')
    return { what: 'let a Deployment run it, so that something makes it anew', tried: false };
  if (outranked)
    return { what: 'a priority class no lower than that of what takes its room, or more room', tried: false };
  // pods that share nothing keep data of their own each: one alone is helped by no second one
  if (workload.isStore || (workload.zonal && workload.replicas < 2 && !workload.replicates))
    return { what: copies, tried: false };
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
