import type { Relation } from '../../model/relation.ts';
import type { Graph } from '../graph.ts';
import { resolveName } from '../kubernetes/names.ts';
import { pods } from '../kubernetes/pods.ts';
import { referencesOf } from '../kubernetes/references.ts';

/** Workload → what its pods name: ConfigMaps, Secrets, claims, service account, priority class. */
export function linkWorkloads(graph: Graph): Relation[] {
  return graph.select(pods).flatMap((pod) =>
    referencesOf(pod).flatMap(({ relation, type, name, at }) =>
      resolveName(graph, pod.resource, type, name, { anyNamespace: type === 'PriorityClass' }).map((to) => ({
        kind: relation,
        from: pod.resource,
        to,
        at,
      })),
    ),
  );
}
