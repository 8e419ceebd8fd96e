import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Graph } from '../graph.ts';
import { resolveName } from '../kubernetes/names.ts';
import { type Pod, pods } from '../kubernetes/pods.ts';
import { referencesOf } from '../kubernetes/references.ts';
import { itemsAt } from '../look.ts';

/** Workload → what its pods name: ConfigMaps, Secrets, claims, service account, priority class. */
export function linkWorkloads(graph: Graph): Relation[] {
  return graph.select(pods).flatMap((pod) =>
    referencesOf(pod).flatMap(({ relation, type, name, at, optional, key }) =>
      resolveName(graph, pod.resource, type, name, { anyNamespace: type === 'PriorityClass' }).map((to) => ({
        kind: relation,
        from: pod.resource,
        to,
        at,
        ...(optional && !pulls(pod, at) ? { optional: true as const } : {}),
        ...(key === undefined ? {} : { key }),
      })),
    ),
  );
}

/** A pod starts without a Secret to pull images with, and its images may not. */
function pulls({ node }: Pod, at: Node): boolean {
  return itemsAt(node, 'imagePullSecrets').some((one) => one.peek('name') === at);
}
