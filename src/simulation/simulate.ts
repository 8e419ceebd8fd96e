import type { SimulationSettings } from '../config/simulation.ts';
import type { Graph } from '../graph/graph.ts';
import { type Bound, boundsOf } from './figures/availability.ts';
import { type Recovery, recoveriesOf } from './figures/recovery.ts';
import { type Platform, platformOf, type Running, start } from './platform/platform.ts';
import type { Workload } from './platform/workload.ts';
import { worldsOf } from './platform/worlds.ts';
import { drainEachNode } from './scenarios/drain.ts';
import { refusedBy } from './scenarios/judge-loss.ts';
import { multiplyLoad } from './scenarios/load.ts';
import { loseEachNode, loseEachZone, loseLargestNode, reclaimSpot } from './scenarios/machines.ts';
import { failDns, failRenewal, loseRegion } from './scenarios/names-and-regions.ts';
import type { Scenario } from './scenarios/outcome.ts';
import { withRemedies } from './scenarios/remedies.ts';
import { rollOutBroken } from './scenarios/rollout.ts';
import { failEachExit, failEachHost, failEachService } from './scenarios/services.ts';

/** What became of one environment in every scenario. */
export interface Simulated {
  readonly platform: Platform;
  readonly running: Running;
  /** workloads that found no place before anything failed */
  readonly unplaced: readonly Unplaced[];
  readonly scenarios: readonly Scenario[];
  readonly bounds: readonly Bound[];
  readonly recoveries: readonly Recovery[];
}

export interface Unplaced {
  readonly workload: Workload;
  /** pods that wait, of how many */
  readonly waiting: number;
  readonly why: string;
}

/** Tries every scenario on every environment of a repository. */
export function simulate(graph: Graph, settings: SimulationSettings = {}): readonly Simulated[] {
  return worldsOf(graph).map((world) => {
    const platform = platformOf(graph, world, settings);
    return tryAll(platform, recoveriesOf(graph, platform));
  });
}

/** Tries every scenario on one platform. */
export function tryAll(platform: Platform, recoveries: readonly Recovery[]): Simulated {
  const running = start(platform);
  const unplaced = unplacedOf(platform, running);
  const scenarios = [
    ...loseEachNode(platform, running),
    ...loseLargestNode(platform, running),
    ...loseEachZone(platform, running),
    ...drainEachNode(platform, running),
    ...reclaimSpot(platform, running),
    ...rollOutBroken(platform, running),
    ...multiplyLoad(platform, running),
    ...failEachService(platform),
    ...failEachExit(platform, running),
    ...failEachHost(platform),
    ...failDns(platform),
    ...failRenewal(platform),
    ...loseRegion(platform),
  ];
  return {
    platform,
    running,
    unplaced,
    scenarios: withRemedies(platform, scenarios),
    bounds: boundsOf(platform, running),
    recoveries,
  };
}

function unplacedOf(
  { workloads }: Platform,
  { cluster, pods, unplaced, homeless }: Running,
): readonly Unplaced[] {
  const waiting = new Set(unplaced);
  const daemons = workloads.flatMap((workload): Unplaced[] => {
    const count = workload.kind === 'daemon' ? homeless.get(workload.address) : undefined;
    return count
      ? [{ workload, waiting: count, why: `${count} nodes that admit it have no room for it` }]
      : [];
  });
  const others = [...pods].flatMap(([workload, own]) => {
    const left = own.filter((pod) => waiting.has(pod));
    return left.length > 0 ? [{ workload, waiting: left.length, why: refusedBy(cluster, left[0]!) }] : [];
  });
  return [...daemons, ...others];
}
