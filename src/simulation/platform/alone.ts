import type { PodSpec } from '../scheduling/pod.ts';
import type { Allocatable, Provider } from './allocatable.ts';
import type { NodePool } from './node-pool.ts';

/** What runs on machines that nothing else shares, with the pools of those. */
interface Alone {
  readonly address: string;
  readonly name: string;
  readonly provider: Extract<Provider, 'fargate' | 'ec2'>;
  readonly of: 'task' | 'instance';
  readonly machine: string;
  readonly size: Pick<Allocatable, 'cpu' | 'memory'>;
  readonly zones: readonly string[];
  readonly growsBy: string;
  readonly spot?: boolean;
  /** machines at most; as many as there are tasks where absent */
  readonly most?: number;
}

/** A pool of machines of which each holds one task, or is one instance: they come and go with what runs on them. */
export function alonePool({
  address,
  name,
  provider,
  of,
  machine,
  size,
  zones,
  growsBy,
  spot,
  most,
}: Alone): NodePool {
  return {
    name,
    provider,
    alone: of,
    zones,
    instanceType: machine,
    allocatable: { ...size, pods: 1 },
    min: 0,
    desired: 0,
    max: most ?? 10_000,
    spot: spot === true,
    labels: new Map([[aloneMark, address]]),
    taints: [{ key: aloneMark, value: address, effect: 'NoSchedule' }],
    replacesNodes: true,
    growsBy,
  };
}

/** Marks machines by the address of what alone stands on them. */
const aloneMark = 'plinth.dev/alone';

/** What a task or instance asks of its machine: to be its own. */
export function aloneSpec(address: string, size: Pick<Allocatable, 'cpu' | 'memory'>): PodSpec {
  return {
    ...plainSpec(address, size),
    nodeSelector: [[aloneMark, address]],
    tolerations: [{ key: aloneMark, operator: 'Equal', value: address }],
  };
}

/** A spec that asks for room and nothing else. */
export function plainSpec(address: string, { cpu, memory }: Pick<Allocatable, 'cpu' | 'memory'>): PodSpec {
  return { owner: address, namespace: '', labels: new Map([['plinth.dev/workload', address]]), cpu, memory };
}
