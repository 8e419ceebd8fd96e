import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided, Unknown } from '../../model/unknown.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { ofTypeInUnit } from '../terraform/in-unit.ts';

/** The nodes of a pool: one declared by itself, one in its cluster, or the cluster's default one. */
export interface NodePool extends Subject {
  /** its `node_config`, where there is one */
  readonly config: Node | undefined;
  /** where its own settings stand, `management` among them: the pool's body, its block, or the cluster's body */
  readonly pool: Node;
  readonly cluster: Resource | undefined;
  readonly key: string;
}

/** Pools of nodes that a person looks after; Autopilot has none. */
export const nodePools: Selector<NodePool> = {
  of: 'GKE node pools',
  find: (graph) => [
    ...graph.ofType('google_container_cluster').flatMap(ownPools),
    ...graph
      .ofType('google_container_node_pool')
      .map((resource) => poolOf(resource, resource.body, clusterOf(graph, resource), '')),
  ],
};

/** Default pools that are taken out once the cluster is made, where somebody wrote down what their nodes are like. */
export const removedPools: Selector<NodePool> = {
  of: 'default node pools that are removed',
  find: (graph) =>
    graph
      .ofType('google_container_cluster')
      .filter(
        ({ body }) => body.peek('remove_default_node_pool')?.content === true && body.peek('node_config'),
      )
      .map((cluster) => poolOf(cluster, cluster.body, cluster, '')),
};

function ownPools(cluster: Resource): NodePool[] {
  const { body } = cluster;
  if (body.peek('enable_autopilot')?.content === true) return [];
  const blocks = body.peek('node_pool')?.content;
  if (Array.isArray(blocks) && blocks.length > 0)
    return (blocks as readonly Node[]).map((block, at) => poolOf(cluster, block, cluster, String(at)));
  // a default pool that is taken out at once runs nothing
  return body.peek('remove_default_node_pool')?.content === true ? [] : [poolOf(cluster, body, cluster, '')];
}

function poolOf(resource: Resource, pool: Node, cluster: Resource | undefined, key: string): NodePool {
  const config = pool.peek('node_config');
  const block = config && Array.isArray(config.content) ? (config.content as readonly Node[])[0] : config;
  return { resource, pool, config: block, node: block ?? pool, cluster, key };
}

/** The cluster of a pool that is declared by itself: by reference, or by its name. */
export function clusterOf(graph: Graph, pool: Resource): Resource | undefined {
  const at = pool.body.peek('cluster');
  const named = graph
    .from(pool)
    .find((relation) => relation.at === at && relation.to.type === 'google_container_cluster');
  if (named || typeof at?.content !== 'string') return named?.to;
  return ofTypeInUnit(graph, 'google_container_cluster', pool.unit).find(
    ({ body }) => body.peek('name')?.content === at.content,
  );
}

/** @throws Undecided where the cluster of a pool is another root's, so that nothing is known of it */
export function needCluster({ cluster, pool, resource }: NodePool): void {
  if (cluster) return;
  const at = resource.type === 'google_container_node_pool' ? pool.peek('cluster') : undefined;
  // a cluster that is named and not declared is a mistake of its own
  if (at?.content instanceof Unknown && !/ is not declared in its module$/.test(at.content.reason))
    throw new Undecided(at, at.content.reason);
}

/** Pools that are declared by themselves for a cluster. */
export function poolsOf(graph: Graph, cluster: Resource): readonly Resource[] {
  return ofTypeInUnit(graph, 'google_container_node_pool', cluster.unit).filter(
    (pool) => clusterOf(graph, pool) === cluster,
  );
}

/** Whether Google looks after the nodes, and decides on how they are secured. @throws Undecided */
export function isAutopilot({ body }: Resource): boolean {
  return body.flag('enable_autopilot') === true;
}

/** Whether a cluster follows a release channel, which upgrades and repairs its nodes. @throws Undecided */
export function isInChannel(cluster: Resource | undefined): boolean {
  const channel = cluster?.body.text('release_channel', 'channel');
  return channel !== undefined && channel !== 'UNSPECIFIED';
}
