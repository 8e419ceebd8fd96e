import type { LabelSelector } from '../../graph/kubernetes/labels.ts';

/** What the scheduler reads of a pod: the same for all pods of a workload. */
export interface PodSpec {
  /** address of what the pod belongs to */
  readonly owner: string;
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
  /** requested, in millicores */
  readonly cpu: number;
  /** requested, in bytes */
  readonly memory: number;
  /** other requested resources, such as `nvidia.com/gpu` */
  readonly extended?: ReadonlyMap<string, number>;
  readonly nodeName?: string;
  /** every pair has to be on the node */
  readonly nodeSelector?: readonly (readonly [string, string])[];
  /** required: one of the terms has to match, where there are any */
  readonly nodeTerms?: readonly NodeTerm[];
  readonly preferredNodes?: readonly Weighted<NodeTerm>[];
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: readonly PodTerm[];
  readonly antiAffinity?: readonly PodTerm[];
  /** a negative weight is anti-affinity */
  readonly preferredPods?: readonly Weighted<PodTerm>[];
  readonly spread?: readonly SpreadConstraint[];
  /** the scheduler's own soft constraints hold where the pod states none and something selects it (a Service, a set) */
  readonly spreadByDefault?: boolean;
  readonly hostPorts?: readonly HostPort[];
  readonly priority?: number;
  /** `preemptionPolicy: Never` */
  readonly neverPreempts?: boolean;
  /** one pod a node, as a DaemonSet has */
  readonly daemon?: boolean;
}

/** Requirements on a node that hold together: labels, and fields (`metadata.name`). */
export interface NodeTerm {
  readonly expressions: readonly NodeRequirement[];
  readonly names?: readonly NodeRequirement[];
}

export interface NodeRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface Weighted<T> {
  readonly weight: number;
  readonly term: T;
}

export interface Toleration {
  /** absent: every key */
  readonly key?: string;
  readonly operator: string;
  readonly value: string;
  /** absent: every effect */
  readonly effect?: string;
  readonly seconds?: number;
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** Other pods, and the area that counts as one place. */
export interface PodTerm {
  readonly selector: LabelSelector | undefined;
  /** `undefined`: every namespace */
  readonly namespaces: ReadonlySet<string> | undefined;
  readonly topologyKey: string;
}

export interface SpreadConstraint {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  /** `DoNotSchedule`; a wish otherwise */
  readonly hard: boolean;
  readonly selector: LabelSelector | undefined;
  /** `nodeAffinityPolicy: Ignore` */
  readonly ignoresAffinity?: boolean;
  /** `nodeTaintsPolicy: Honor` */
  readonly honoursTaints?: boolean;
}

export interface HostPort {
  readonly port: number;
  readonly protocol: string;
  /** `0.0.0.0` for all */
  readonly address: string;
}

/** A node as the scheduler sees it. */
export interface NodeSpec {
  readonly name: string;
  readonly pool: string;
  readonly zone: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: readonly Taint[];
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
  readonly extended?: ReadonlyMap<string, number>;
}

export const zoneKey = 'topology.kubernetes.io/zone';
export const hostKey = 'kubernetes.io/hostname';
