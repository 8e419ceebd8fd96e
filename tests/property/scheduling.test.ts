import { describe, expect, it } from 'vitest';
import { Cluster, Pod } from '../../src/simulation/scheduling/cluster.ts';
import { prepare, refusal } from '../../src/simulation/scheduling/fit.ts';
import { placeFor, schedule } from '../../src/simulation/scheduling/schedule.ts';
import { Chance, randomNode, randomPod } from '../support/random-clusters.ts';
import { mayGo, type Scene } from '../support/scheduling-reference.ts';

/** A cluster after a random life, beside what the reference makes of the same state. */
function live(seed: number, look: (cluster: Cluster, pods: readonly Pod[]) => void): void {
  const chance = new Chance(seed);
  const cluster = new Cluster();
  for (let at = 0; at < 4 + chance.below(8); at++) cluster.addNode(randomNode(chance, at));
  const specs = Array.from({ length: 6 }, (_, at) => randomPod(chance, at));
  const pods: Pod[] = [];
  const marks: number[] = [];
  for (let step = 0; step < 40; step++) {
    const dice = chance.next();
    if (dice < 0.7) {
      const pod = new Pod(cluster.templateOf(chance.of(specs)), `pod-${step}`);
      pods.push(pod);
      const target = placeFor(cluster, pod);
      if (target !== undefined) cluster.place(pod, target);
    } else if (dice < 0.8) {
      const pod = chance.of(pods.filter(({ node }) => node >= 0));
      if (pod) cluster.evict(pod);
    } else if (dice < 0.85) {
      const index = chance.below(cluster.nodes.length);
      if (!cluster.nodes[index]!.alive) continue;
      for (const pod of [...cluster.nodes[index]!.pods]) cluster.evict(pod);
      cluster.removeNode(index);
    } else if (dice < 0.9) cluster.cordon(chance.below(cluster.nodes.length));
    else if (dice < 0.94) cluster.addNode(randomNode(chance, cluster.nodes.length));
    else if (dice < 0.97) marks.push(cluster.mark());
    else if (marks.length > 0) cluster.rollback(marks.pop()!);
    look(cluster, pods);
  }
}

function sceneOf(cluster: Cluster): Scene {
  const alive = cluster.nodes.filter((node) => node.alive);
  return {
    nodes: alive.map(({ spec }) => spec),
    cordoned: new Set(alive.filter(({ cordoned }) => cordoned).map(({ spec }) => spec)),
    pods: alive.flatMap((node) =>
      [...node.pods].map((pod) => ({ spec: pod.template.spec, node: node.spec })),
    ),
  };
}

describe('scheduling, beside a plain reading of the documented filters', () => {
  it('forbids what the rules forbid and allows what they allow, in 300 random clusters', () => {
    let allowed = 0;
    let forbidden = 0;
    for (let seed = 1; seed <= 300; seed++)
      live(seed, (cluster, pods) => {
        const scene = sceneOf(cluster);
        const waiting = new Map(pods.map((pod) => [pod.template, new Pod(pod.template, 'probe')]));
        for (const probe of waiting.values()) {
          const fewest = prepare(probe.template);
          cluster.nodes.forEach((node, index) => {
            if (!node.alive) return;
            const said = refusal(cluster, probe, index, fewest);
            const right = mayGo(scene, probe.template.spec, node.spec);
            if (right) allowed++;
            else forbidden++;
            if ((said === undefined) !== right)
              expect.fail(
                `seed ${seed}: ${node.spec.name} for ${probe.template.spec.owner}: ${said}, and ${right}`,
              );
          });
        }
      });
    // both answers are tried often, or the comparison would prove little
    expect(Math.min(allowed, forbidden)).toBeGreaterThan(50_000);
  });

  it('places a whole random workload only where the rules admit each pod, and refuses only what nothing admits', () => {
    for (let seed = 1000; seed < 1200; seed++) {
      const chance = new Chance(seed);
      const cluster = new Cluster();
      for (let at = 0; at < 6; at++) cluster.addNode(randomNode(chance, at));
      const specs = Array.from({ length: 5 }, (_, at) => ({ ...randomPod(chance, at), priority: 0 }));
      const pods = Array.from(
        { length: 25 },
        (_, at) => new Pod(cluster.templateOf(chance.of(specs)), `p${at}`),
      );
      for (const pod of pods) {
        const before = sceneOf(cluster);
        const { unplaced } = schedule(cluster, [pod]);
        const admitting = before.nodes.filter((node) => mayGo(before, pod.template.spec, node));
        if (unplaced.length > 0) expect(admitting).toEqual([]);
        else expect(admitting).toContain(cluster.nodes[pod.node]!.spec);
      }
    }
  });

  it('pushes out only less important pods, and only where nothing was free', () => {
    let pushed = 0;
    for (let seed = 2000; seed < 2200; seed++) {
      const chance = new Chance(seed);
      const cluster = new Cluster();
      for (let at = 0; at < 3; at++) cluster.addNode(randomNode(chance, at));
      const specs = Array.from({ length: 5 }, (_, at) => randomPod(chance, at));
      const pods = Array.from(
        { length: 30 },
        (_, at) => new Pod(cluster.templateOf(chance.of(specs)), `p${at}`),
      );
      for (const pod of pods) {
        const standing = pods.filter(({ node }) => node >= 0);
        const free = placeFor(cluster, pod) !== undefined;
        schedule(cluster, [pod]);
        const gone = standing.filter(({ node }) => node < 0);
        if (gone.length === 0) continue;
        pushed += gone.length;
        expect(free).toBe(false);
        const rank = pod.template.spec.priority!;
        expect(gone.every(({ template }) => template.spec.priority! < rank)).toBe(true);
      }
    }
    expect(pushed).toBeGreaterThan(20);
  });
});
