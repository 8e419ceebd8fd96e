import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { PodSpec } from '../scheduling/pod.ts';

/** A workload as the simulation runs it. */
export interface Workload {
  readonly resource: Resource;
  /** as it is shown: `Deployment/shop/api` */
  readonly address: string;
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'serving' | 'daemon' | 'bare';
  readonly spec: PodSpec;
  /** pods that run before anything fails */
  readonly replicas: number;
  /** what an autoscaler may add up to; the same as `replicas` where there is none, or none that works */
  readonly most: number;
  /** fewest pods that are enough, and who says so */
  readonly enough: number;
  readonly enoughBy: string;
  readonly budget?: Budget;
  readonly rollout: Rollout;
  /** its pods have volumes that lie in one zone each */
  readonly zonal: boolean;
  /** it runs a database, cache or broker by its image: a second pod would be another store, not another replica */
  readonly isStore: boolean;
  /** pods of a StatefulSet keep their identity: one is not replaced until its node is known to be gone */
  readonly stateful: boolean;
  /** some container tells when it is ready */
  readonly hasReadiness: boolean;
  /** seconds that pods stay bound to a node that cannot be reached; the default that the API server adds is 300 */
  readonly toleratesLossFor: number;
  /** Services that lead here */
  readonly services: readonly Resource[];
}

/** What a PodDisruptionBudget allows: pods that may be away at a time. */
export interface Budget {
  readonly resource: Resource;
  readonly at: Node;
  /** fewest pods that have to stay, at the present number of replicas */
  readonly keeps: number;
}

export interface Rollout {
  readonly strategy: 'rolling' | 'recreate' | 'ordered' | 'on-delete';
  readonly surge: number;
  readonly unavailable: number;
}
