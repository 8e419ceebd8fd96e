import type {
  NodeSpec,
  PodSpec,
  PodTerm,
  SpreadConstraint,
  Toleration,
} from '../../src/simulation/scheduling/pod.ts';
import { hostKey, zoneKey } from '../../src/simulation/scheduling/pod.ts';

/** A small generator of random numbers (mulberry32), so that a seed names a cluster. */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  some<T>(probability: number, make: () => T): T[] {
    return this.is(probability) ? [make()] : [];
  }
}

const gib = 2 ** 30;
const apps = ['a', 'b', 'c'];
const zones = ['z1', 'z2', 'z3'];

export function randomNode(chance: Chance, at: number): NodeSpec {
  const zone = chance.of(zones);
  const name = `n${at}`;
  const labels = new Map([['disk', chance.of(['ssd', 'hdd'])]]);
  if (chance.is(0.95)) labels.set(hostKey, name);
  if (chance.is(0.9)) labels.set(zoneKey, zone);
  if (chance.is(0.3)) labels.set('generation', String(chance.below(6)));
  return {
    name,
    pool: chance.of(['x', 'y']),
    zone,
    labels,
    taints: [
      ...chance.some(0.2, () => ({
        key: 'dedicated',
        value: chance.of(['db', 'web']),
        effect: 'NoSchedule',
      })),
      ...chance.some(0.1, () => ({ key: 'old', value: '', effect: 'PreferNoSchedule' })),
    ],
    cpu: chance.of([1000, 2000, 4000]),
    memory: chance.of([1, 2, 4]) * gib,
    pods: chance.of([3, 5, 8]),
    extended: new Map(chance.some(0.3, () => ['gpu', 2] as const)),
  };
}

export function randomPod(chance: Chance, at: number): PodSpec {
  const labels = new Map([['app', chance.of(apps)]]);
  if (chance.is(0.5)) labels.set('tier', chance.of(['front', 'back']));
  const selector = () => ({
    equal: chance.is(0.7) ? [['app', chance.of(apps)] as const] : [],
    expressions: chance.some(0.4, () => ({
      key: 'tier',
      operator: chance.of(['In', 'NotIn', 'Exists', 'DoesNotExist']),
      values: ['front'],
    })),
  });
  const term = (): PodTerm => ({
    selector: chance.is(0.95) ? selector() : undefined,
    namespaces: chance.is(0.2) ? undefined : new Set([chance.of(['one', 'two'])]),
    topologyKey: chance.of([zoneKey, hostKey, 'disk']),
  });
  const spread = (): SpreadConstraint => ({
    topologyKey: chance.of([zoneKey, hostKey, 'disk']),
    maxSkew: 1 + chance.below(2),
    minDomains: chance.of([1, 1, 2, 4]),
    hard: chance.is(0.8),
    selector: chance.is(0.6) ? { equal: [['app', labels.get('app')!]], expressions: [] } : selector(),
    ignoresAffinity: chance.is(0.3),
    honoursTaints: chance.is(0.3),
  });
  const toleration = (): Toleration => ({
    ...(chance.is(0.8) ? { key: chance.of(['dedicated', 'node.kubernetes.io/unschedulable']) } : {}),
    operator: chance.of(['Equal', 'Exists']),
    value: chance.of(['db', 'web', '']),
    ...(chance.is(0.4) ? { effect: chance.of(['NoSchedule', 'NoExecute']) } : {}),
  });
  return {
    owner: `p${at}`,
    namespace: chance.of(['one', 'two']),
    labels,
    cpu: chance.of([0, 100, 500, 900]),
    memory: chance.of([0, 100, 512, 900]) * 2 ** 20,
    extended: new Map(chance.some(0.1, () => ['gpu', 1] as const)),
    ...(chance.is(0.03) ? { nodeName: 'n1' } : {}),
    nodeSelector: chance.some(0.15, () => ['disk', chance.of(['ssd', 'hdd'])] as const),
    nodeTerms: chance.some(0.15, () => ({
      expressions: chance.some(0.8, () => ({
        key: chance.of(['generation', 'disk', hostKey]),
        operator: chance.of(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']),
        values: [chance.of(['3', 'ssd', 'n2'])],
      })),
      names: chance.some(0.1, () => ({ key: 'metadata.name', operator: 'NotIn', values: ['n0'] })),
    })),
    tolerations: chance.some(0.4, toleration),
    affinity: chance.some(0.15, term),
    antiAffinity: chance.some(0.2, term),
    spread: [...chance.some(0.35, spread), ...chance.some(0.15, spread)],
    hostPorts: chance.some(0.1, () => ({
      port: chance.of([80, 443]),
      protocol: 'TCP',
      address: chance.of(['0.0.0.0', '10.0.0.1', '10.0.0.2']),
    })),
    priority: chance.of([0, 0, 0, 10, 100]),
  };
}
