import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { isServing } from './pods.ts';

/** How many pods a workload runs. */
export interface Replicas {
  readonly fewest: number;
  readonly most: number;
  /** what decides between the two, where something does */
  readonly scaler: Resource | undefined;
}

/**
 * The replicas that an autoscaler keeps to, else those of the workload (one by default); undefined for what is not counted,
 * such as a DaemonSet.
 * Sources: Kubernetes API, HorizontalPodAutoscalerSpec; KEDA, ScaledObject (0 to 100 where nothing is said).
 * @throws Undecided
 */
export function replicasOf(graph: Graph, workload: Resource): Replicas | undefined {
  if (!isServing(workload.type)) return undefined;
  for (const { from } of graph.to(workload, 'scales')) {
    if (from.type === 'HorizontalPodAutoscaler') {
      const fewest = from.body.amount('spec', 'minReplicas') ?? 1;
      return { fewest, most: from.body.amount('spec', 'maxReplicas') ?? fewest, scaler: from };
    }
    if (from.type === 'ScaledObject.keda.sh')
      return {
        fewest: from.body.amount('spec', 'minReplicaCount') ?? 0,
        most: from.body.amount('spec', 'maxReplicaCount') ?? 100,
        scaler: from,
      };
  }
  const count = workload.body.amount('spec', 'replicas') ?? 1;
  return { fewest: count, most: count, scaler: undefined };
}
