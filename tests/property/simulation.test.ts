import { describe, expect, it } from 'vitest';
import { boundOf, inParallel, inSeries } from '../../src/simulation/figures/availability.ts';
import type { NodePool } from '../../src/simulation/platform/node-pool.ts';
import { start } from '../../src/simulation/platform/platform.ts';
import type { Workload } from '../../src/simulation/platform/workload.ts';
import { loseNodes } from '../../src/simulation/scenarios/lose-nodes.ts';
import { type PodSpec, zoneKey } from '../../src/simulation/scheduling/pod.ts';
import { Chance, randomPod } from '../support/random-clusters.ts';

const gib = 2 ** 30;

function poolOf(name: string, zones: readonly string[], nodes: number): NodePool {
  const allocatable = { cpu: 4000, memory: 16 * gib, pods: 58 };
  return {
    name,
    provider: 'eks',
    zones,
    instanceType: 'm5.xlarge',
    allocatable,
    min: nodes,
    desired: nodes,
    max: nodes,
    spot: false,
    labels: new Map([['disk', 'ssd']]),
    taints: [],
    replacesNodes: true,
  };
}

function workloadOf(spec: PodSpec, replicas: number): Workload {
  return {
    address: spec.owner,
    name: spec.owner,
    namespace: spec.namespace,
    kind: 'serving',
    spec,
    replicas,
    most: replicas,
    enough: 1,
    enoughBy: 'a test',
    rollout: { strategy: 'rolling', surge: 1, unavailable: 0 },
    zonal: false,
    isStore: false,
    stateful: false,
    hasReadiness: true,
    toleratesLossFor: 300,
    services: [],
  } as unknown as Workload;
}

/** Pods that go on running of each workload when nodes are lost. */
function left(running: ReturnType<typeof start>, nodes: readonly number[]): ReadonlyMap<string, number> {
  const losses = new Map(loseNodes(running, nodes).map((loss) => [loss.workload.address, loss.left]));
  return new Map(
    [...running.pods].map(([workload, pods]) => [
      workload.address,
      losses.get(workload.address) ?? pods.filter(({ node }) => node >= 0).length,
    ]),
  );
}

describe('losing things', () => {
  it('never helps: with one node more lost, no workload has more pods left', () => {
    let compared = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const chance = new Chance(seed);
      const pools = [
        poolOf('x', ['z1', 'z2', 'z3'], 3 + chance.below(4)),
        poolOf('y', ['z1', 'z2'], 1 + chance.below(3)),
      ];
      const workloads = Array.from({ length: 6 }, (_, at) => {
        const { nodeName, priority, ...spec } = randomPod(chance, at);
        return workloadOf(spec, 1 + chance.below(6));
      });
      const running = start({ pools, workloads });
      const nodes = running.cluster.nodes.map((_, index) => index);
      const few = nodes.filter(() => chance.is(0.3));
      const more = [...few, ...nodes.filter((index) => !few.includes(index)).slice(0, 1)];
      const before = left(running, []);
      const some = left(running, few);
      const most = left(running, more);
      for (const { address } of workloads) {
        expect(some.get(address)!).toBeLessThanOrEqual(before.get(address)!);
        expect(most.get(address)!).toBeLessThanOrEqual(some.get(address)!);
        compared++;
      }
      // and every trial was taken back
      expect(left(running, [])).toEqual(before);
    }
    expect(compared).toBe(900);
  });
});

describe('more pods spread over zones', () => {
  const spec: PodSpec = {
    owner: 'api',
    namespace: 'shop',
    labels: new Map([['app', 'api']]),
    cpu: 100,
    memory: gib / 8,
    spread: [
      {
        topologyKey: zoneKey,
        maxSkew: 1,
        minDomains: 1,
        hard: true,
        selector: { equal: [['app', 'api']], expressions: [] },
      },
    ],
  };

  it.each([2, 3, 4])('never leave fewer after the loss of any of %i zones', (count) => {
    const zones = Array.from({ length: count }, (_, at) => `z${at}`);
    let fewest = -1;
    for (let replicas = 1; replicas <= 12; replicas++) {
      const running = start({
        pools: [poolOf('x', zones, count * 2)],
        workloads: [workloadOf({ ...spec }, replicas)],
      });
      const after = zones.map((zone) => {
        const nodes = running.cluster.nodes.flatMap((node, index) =>
          node.spec.zone === zone ? [index] : [],
        );
        return left(running, nodes).get('api')!;
      });
      const worst = Math.min(...after);
      expect(worst).toBeGreaterThanOrEqual(fewest);
      // what a spread with a skew of one promises: all but the fullest zone
      expect(worst).toBe(replicas - Math.ceil(replicas / count));
      fewest = worst;
    }
  });

  it('never lower the bound', () => {
    const workload = workloadOf(spec, 1);
    let before = 0;
    for (let copies = 1; copies <= 6; copies++) {
      const { percent } = boundOf(workload, [
        { what: 'pods', percent: inParallel(Array(copies).fill(99.5)), source: 'a test' },
      ]);
      expect(percent).toBeGreaterThanOrEqual(before);
      before = percent;
    }
  });

  it('are one in many, where dependencies are all of many', () => {
    const chance = new Chance(7);
    for (let round = 0; round < 200; round++) {
      const percents = Array.from({ length: 1 + chance.below(5) }, () => 90 + 10 * chance.next());
      expect(inSeries(percents)).toBeLessThanOrEqual(Math.min(...percents) + 1e-9);
      expect(inParallel(percents)).toBeGreaterThanOrEqual(Math.max(...percents) - 1e-9);
      expect(inSeries([...percents, 99.9])).toBeLessThanOrEqual(inSeries(percents));
    }
  });
});
