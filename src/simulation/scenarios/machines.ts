import type { Managed } from '../platform/managed.ts';
import type { Barred, Platform, Running } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { type Event, judgeLoss, refusedBy } from './judge-loss.ts';
import { loseNodes } from './lose-nodes.ts';
import { type Outcome, type Scenario, type ScenarioKind, worse } from './outcome.ts';
import { type Failed, propagate } from './propagate.ts';

/** The loss of nodes, and what those that call them feel. */
export function outcomesOf(
  platform: Platform,
  running: Running,
  nodes: readonly number[],
  event: Event,
  barred: Barred = {},
  failed: (managed: Managed) => Failed | undefined = () => undefined,
): readonly Outcome[] {
  const refused = new Map<string, string>();
  const losses = loseNodes(running, nodes, barred, (pod) => {
    const { owner } = pod.template.spec;
    if (!refused.has(owner)) refused.set(owner, refusedBy(running.cluster, pod));
  });
  const own = losses.map((loss) =>
    judgeLoss(loss, event, platform.settings, refused.get(loss.workload.address) ?? ''),
  );
  return propagate(platform, own, (to) => (to.kind === 'managed' ? failed(to.managed) : undefined));
}

/** Every node of a pool lost by itself: for each workload the worst that any of them does to it. */
export function loseEachNode(platform: Platform, running: Running): readonly Scenario[] {
  const { cluster } = running;
  return platform.pools.flatMap((pool) => {
    const nodes = cluster.nodes.flatMap(({ alive, spec }, index) =>
      alive && spec.pool === pool.name ? [index] : [],
    );
    if (nodes.length === 0) return [];
    const worst = new Map<Workload, Outcome>();
    for (const index of nodes)
      for (const outcome of outcomesOf(platform, running, [index], lossOf(running, index))) {
        const known = worst.get(outcome.workload);
        if (
          !known ||
          worse(outcome.state, known.state) ||
          (outcome.state === known.state && outcome.left < known.left)
        )
          worst.set(outcome.workload, outcome);
      }
    return [
      scenario(
        'node',
        `node:${pool.name}`,
        pool.alone
          ? `any one ${pool.alone} of ${pool.name} is lost (${nodes.length} tried)`
          : `any one node of ${pool.name} is lost (${nodes.length} tried, the worst is shown)`,
        [...worst.values()],
      ),
    ];
  });
}

/** The node with the most room; of several, that with the most pods. */
export function loseLargestNode(platform: Platform, running: Running): readonly Scenario[] {
  const { nodes } = running.cluster;
  let largest = -1;
  nodes.forEach(({ spec, pods }, index) => {
    if (running.poolOf.get(spec.pool)?.alone) return;
    const known = nodes[largest];
    if (
      !known ||
      spec.cpu > known.spec.cpu ||
      (spec.cpu === known.spec.cpu &&
        (spec.memory > known.spec.memory ||
          (spec.memory === known.spec.memory && pods.size > known.pods.size)))
    )
      largest = index;
  });
  if (largest < 0) return [];
  const { spec, pods } = nodes[largest]!;
  const title = `the largest node is lost: ${spec.name}, with ${counted(pods.size, 'pod')}`;
  return [
    scenario(
      'largest-node',
      'largest-node',
      title,
      outcomesOf(platform, running, [largest], lossOf(running, largest)),
    ),
  ];
}

function lossOf({ cluster, poolOf }: Running, index: number): Event {
  const { name, pool, zone } = cluster.nodes[index]!.spec;
  const alone = poolOf.get(pool)?.alone;
  if (alone)
    return {
      what: `${alone === 'task' ? 'the machine of a task' : 'an instance'} in ${zone} is lost`,
      place: 'node',
      end: `another ${alone} runs`,
    };
  return { what: `node ${name} is lost`, place: 'node', end: 'there is room for its pods again' };
}

/** All nodes of a zone at once, with what else stands in it. */
export function loseEachZone(platform: Platform, running: Running): readonly Scenario[] {
  return platform.zones.map((zone) => {
    const nodes = running.cluster.nodes.flatMap(({ alive, spec }, index) =>
      alive && spec.zone === zone ? [index] : [],
    );
    const event: Event = {
      what: `zone ${zone} is lost${withNodes(running, nodes)}`,
      place: 'zone',
      end: 'the zone is back',
    };
    const failed = (managed: Managed) => failedInZone(managed, zone);
    const lost = outcomesOf(platform, running, nodes, event, { zones: new Set([zone]) }, failed);
    const outcomes = [...lost, ...functionsIn(platform, zone)];
    const exits = platform.exits.filter((one) => one.serves === 'all' && one.zone === zone);
    const notes = exits.map(
      ({ resource }) =>
        `${resource.address} stands in this zone and is the way out of all others: what calls the internet fails everywhere`,
    );
    return { ...scenario('zone', `zone:${zone}`, `zone ${zone} is lost`, outcomes), notes };
  });
}

function withNodes({ cluster, poolOf }: Running, lost: readonly number[]): string {
  const nodes = lost.filter((index) => !poolOf.get(cluster.nodes[index]!.spec.pool)?.alone).length;
  return nodes === 0 ? '' : nodes === 1 ? ' with its only node' : ` with its ${nodes} nodes`;
}

/** Functions whose subnets all lie in the zone. */
function functionsIn({ workloads }: Platform, zone: string): readonly Outcome[] {
  return workloads
    .filter(({ inZones }) => inZones?.length === 1 && inZones[0] === zone)
    .map((workload) => ({
      workload,
      state: 'down',
      before: 1,
      left: 0,
      restored: 0,
      needed: 1,
      why: [`zone ${zone} is lost`, `all subnets of ${workload.address} lie there`],
      duration: { seconds: undefined, until: 'the zone is back', parts: [] },
      remedy: { what: 'a subnet in a second zone in its vpc_config', tried: false },
    }));
}

function failedInZone(managed: Managed, zone: string): Failed | undefined {
  if (managed.survivesZone !== false || (managed.zone !== undefined && managed.zone !== zone))
    return undefined;
  const there = managed.zone === zone ? `stands in ${zone}` : `stands in one zone, which may be ${zone}`;
  return {
    why: [`zone ${zone} is lost`, `${managed.address} (${managed.as}) ${there}`],
    duration: {
      seconds: undefined,
      until: 'the zone is back, or a backup is restored in another one',
      parts: [],
    },
  };
}

/** All nodes of a pool of spot machines at once, after two minutes' notice. */
export function reclaimSpot(platform: Platform, running: Running): readonly Scenario[] {
  return platform.pools
    .filter(({ spot }) => spot)
    .flatMap((pool) => {
      const nodes = running.cluster.nodes.flatMap(({ alive, spec }, index) =>
        alive && spec.pool === pool.name ? [index] : [],
      );
      if (nodes.length === 0) return [];
      const event: Event = {
        what: `all ${nodes.length} spot nodes of ${pool.name} are reclaimed`,
        place: 'node',
        announced: true,
        end: 'there are spot nodes again',
      };
      const outcomes = outcomesOf(platform, running, nodes, event, { pools: new Set([pool.name]) });
      return [scenario('spot', `spot:${pool.name}`, event.what, outcomes)];
    });
}

/** `1 pod`, `3 pods`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function scenario(
  kind: ScenarioKind,
  id: string,
  title: string,
  outcomes: readonly Outcome[],
): Scenario {
  return { id, kind, title, outcomes, notes: [] };
}
