import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { hostKey, type NodeSpec, type Taint, zoneKey } from '../scheduling/pod.ts';
import { type Allocatable, allocatableOf, type Provider } from './allocatable.ts';
import { sizeOfMachine } from './instance-sizes.ts';

/** Nodes of one make. */
export interface NodePool {
  readonly name: string;
  /** what declares it; absent where it was assumed */
  readonly resource?: Resource;
  /** where its size or type is written */
  readonly at?: Node;
  readonly provider: Provider;
  /** a machine for each task or instance, and no node that others share */
  readonly alone?: 'task' | 'instance';
  readonly zones: readonly string[];
  readonly instanceType: string;
  readonly allocatable: Allocatable;
  readonly min: number;
  readonly desired: number;
  readonly max: number;
  readonly spot: boolean;
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: readonly Taint[];
  /** its cloud brings lost nodes back by itself */
  readonly replacesNodes: boolean;
  /** pods that wait make it grow up to `max`; the tool that sees to it */
  readonly growsBy?: string;
}

/** What a reader of some kind of pool found; what is `undefined` is not known and will be assumed, and said. */
export interface FoundPool {
  readonly name: string;
  readonly resource: Resource;
  readonly at?: Node;
  readonly provider: Provider;
  readonly zones: readonly string[];
  readonly instanceTypes: readonly string[];
  readonly min?: number;
  readonly desired?: number;
  readonly max?: number;
  readonly maxPods?: number;
  readonly spot: boolean;
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: readonly Taint[];
  /** set where the pool grows by its own rules: Karpenter, GKE autoscaling, AKS autoscaling */
  readonly growsBy?: string;
  /** it starts without nodes and gets those that pods need */
  readonly onDemand?: boolean;
}

/** The next node of a pool in a zone, numbered through. */
export function nodeOf(pool: NodePool, zone: string, number: number): NodeSpec {
  const name = `${pool.name}-${zone}-${number}`;
  return {
    name,
    pool: pool.name,
    zone,
    labels: new Map([
      ['kubernetes.io/os', 'linux'],
      ['kubernetes.io/arch', archOf(pool.instanceType)],
      ['node.kubernetes.io/instance-type', pool.instanceType],
      ...pool.labels,
      [hostKey, name],
      [zoneKey, zone],
      ['failure-domain.beta.kubernetes.io/zone', zone],
    ]),
    taints: pool.taints,
    cpu: pool.allocatable.cpu,
    memory: pool.allocatable.memory,
    pods: pool.allocatable.pods,
  };
}

/** AWS, Google and Azure mark their ARM machines in the family's name. */
function archOf(type: string): string {
  return /^(a1|[a-z]+\d+g[a-z]*\.|t2a-|c4a-|Standard_[A-Z]+\d+p)/.test(type) ? 'arm64' : 'amd64';
}

/** The smallest of the types that are known: what certainly fits on any of them fits on it. */
export function smallestOf(types: readonly string[], provider: Provider, maxPods?: number) {
  const known = types.flatMap((type) => {
    const size = sizeOfMachine(type);
    return size ? [{ type, size, allocatable: allocatableOf(provider, size, maxPods) }] : [];
  });
  return known.sort(
    (a, b) => a.allocatable.memory - b.allocatable.memory || a.allocatable.cpu - b.allocatable.cpu,
  )[0];
}
