import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { companionsOf } from '../terraform/companions.ts';
import { flagOf } from './settings.ts';

/** A pool of nodes of AKS: the default one of a cluster, or one of its own. */
export type NodePool = Subject & { readonly isDefault: boolean };

export const nodePools: Selector<NodePool> = {
  of: 'node pools of AKS',
  find: (graph) => [
    ...graph.ofType('azurerm_kubernetes_cluster').flatMap((resource) => {
      const content = resource.body.peek('default_node_pool')?.content;
      return Array.isArray(content)
        ? (content as readonly Node[]).map((node) => ({ resource, node, isDefault: true }))
        : [];
    }),
    ...graph
      .ofType('azurerm_kubernetes_cluster_node_pool')
      .map((resource) => ({ resource, node: resource.body, isDefault: false })),
  ],
};

/** How a finding speaks of a pool. */
export function poolName({ resource, isDefault }: NodePool): string {
  return isDefault ? `The default node pool of ${resource.address}` : resource.address;
}

/** Whether the number of nodes follows the load. @throws Undecided */
export function isAutoscaled({ node }: NodePool): boolean {
  return flagOf(node, 'auto_scaling_enabled', 'enable_auto_scaling') === true;
}

/** Pools of a cluster that are declared on their own. @throws Undecided */
export function extraPoolsOf(graph: Graph, cluster: Resource): readonly Resource[] {
  return companionsOf(graph, cluster, 'azurerm_kubernetes_cluster_node_pool', 'kubernetes_cluster_id');
}

/** Whether the address of the API server is a private one. @throws Undecided */
export function isPrivate(cluster: Node): boolean {
  return flagOf(cluster, 'private_cluster_enabled', 'private_link_enabled') === true;
}
