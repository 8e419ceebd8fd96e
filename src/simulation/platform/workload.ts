import type { PromiseId } from '../../../data/availability/promises.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Part } from '../scenarios/outcome.ts';
import type { PodSpec } from '../scheduling/pod.ts';

/** A workload as the simulation runs it. */
export interface Workload {
  readonly resource: Resource;
  /** as it is shown: `Deployment/shop/api` */
  readonly address: string;
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'serving' | 'daemon' | 'bare' | 'function';
  /** what one of it is called, and whose rules hold */
  readonly runs: 'pod' | 'task' | 'instance' | 'function';
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
  /** its operator gives each pod a copy of the data, so that a second pod is one */
  readonly replicates?: true;
  /** pods of a StatefulSet keep their identity: one is not replaced until its node is known to be gone */
  readonly stateful: boolean;
  /** some container tells when it is ready */
  readonly hasReadiness: boolean;
  /** seconds that pods stay bound to a node that cannot be reached; the default that the API server adds is 300 */
  readonly toleratesLossFor: number;
  /** names of Services that lead here, beside its own */
  readonly services: readonly Resource[];
  /** names of Services that its operator makes, which stand in no file */
  readonly madeServices?: readonly string[];
  /** what lets requests in from outside */
  readonly door?: Door;
  /** tasks and instances: places over which AWS spreads them and sees to it that they stay so */
  readonly keptApart?: readonly ('node' | 'zone')[];
  /** tasks and instances: what comes before a new one starts; pods follow the rules of Kubernetes */
  readonly noticed?: readonly Part[];
  /** what keeps one from being replaced on purpose */
  readonly held?: string;
  /** what sets its number, in words, where that is no attribute of `resource` that a fix could edit */
  readonly setBy?: { readonly replicas: string };
  /** a function in a network: the zones of its subnets */
  readonly inZones?: readonly string[];
}

/** A load balancer, an Ingress, an API gateway. */
export interface Door {
  readonly address: string;
  /** whose promise holds for it; absent where nobody publishes one */
  readonly promise?: PromiseId;
  readonly certificate?: 'acm' | 'cert-manager';
}

/** What a PodDisruptionBudget allows: pods that may be away at a time. */
export interface Budget {
  readonly resource: Pick<Resource, 'address' | 'body'>;
  /** where it is written; absent where it is only decided */
  readonly at?: Node;
  /** fewest pods that have to stay, at the present number of replicas */
  readonly keeps: number;
}

export interface Rollout {
  readonly strategy: 'rolling' | 'recreate' | 'ordered' | 'on-delete';
  /** what takes a version back that never becomes ready */
  readonly takenBackBy?: string;
  readonly surge: number;
  readonly unavailable: number;
}
