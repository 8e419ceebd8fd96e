import { Mapping } from '../../model/mapping.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { pairsOf } from '../kubernetes/names.ts';
import { type Pod, pods } from '../kubernetes/pods.ts';
import { textAt } from '../look.ts';
import { isTestInput } from '../test-inputs.ts';

const clusterTypes = [
  'aws_eks_cluster',
  'google_container_cluster',
  'azurerm_kubernetes_cluster',
  'digitalocean_kubernetes_cluster',
];
const poolTypes = [
  'aws_eks_node_group',
  'google_container_node_pool',
  'azurerm_kubernetes_cluster_node_pool',
];

/**
 * Workload → the cluster that it runs in, where only one can be meant: the only one of its environment, or, where nobody
 * speaks of environments, the only one there is. A selector of nodes that one pool alone answers leads to that pool.
 */
export function linkClusters(graph: Graph): Relation[] {
  const clusters = [
    ...clusterTypes.flatMap((type) => graph.ofType(type)),
    ...graph.ofType('module').filter(isClusterModule),
  ];
  if (clusters.length === 0) return [];
  const clusterOf = new Map<string, Resource | undefined>();
  return graph.select(pods).flatMap((pod) => {
    const from = pod.resource;
    // what is tried out in an example runs wherever somebody tries it
    if (from.source !== 'kubernetes' || isTestInput(from.body.file.path) || isShown(from)) return [];
    const { id, environment } = from.unit;
    if (!clusterOf.has(id)) clusterOf.set(id, onlyOne(clusters, environment));
    const to = clusterOf.get(id);
    if (!to) return [];
    return [{ kind: 'placed-in' as const, from, to }, ...poolsOf(graph, pod, to)];
  });
}

function onlyOne(clusters: readonly Resource[], environment: string | undefined): Resource | undefined {
  const candidates =
    environment === undefined ? clusters : clusters.filter(({ unit }) => unit.environment === environment);
  if (environment === undefined && clusters.some(({ unit }) => unit.environment !== undefined))
    return undefined;
  return candidates.length === 1 && !isShown(candidates[0]!) ? candidates[0] : undefined;
}

function isShown({ unit, body }: Resource): boolean {
  return [unit.path, body.file.path].some((path) =>
    /(^|\/)(examples?|samples?|demos?|tests?|e2e|docs?|patterns)(\/|$)/.test(path),
  );
}

/** A call of the usual modules that make a cluster; what they declare is not there to be read. */
function isClusterModule({ body }: Resource): boolean {
  return /(^|\/)(terraform-aws-modules\/eks\/aws|terraform-aws-eks|terraform-google-modules\/kubernetes-engine\/google|Azure\/aks\/azurerm)(\b|\/|\?|$)(?!.*\/\/modules\/(karpenter|aws-auth|auth|workload-identity))/.test(
    textAt(body, 'source'),
  );
}

function poolsOf(graph: Graph, { node, resource: from }: Pod, cluster: Resource): Relation[] {
  const at = node.peek('nodeSelector');
  const wanted = pairsOf(at).filter(([key]) => !/^kubernetes\.io\/(os|arch)$/.test(key));
  if (!at || wanted.length === 0) return [];
  const pools = poolTypes
    .flatMap((type) => graph.ofType(type))
    .filter(({ unit }) => unit.id === cluster.unit.id);
  const fitting = pools.filter((pool) => wanted.every(([key, value]) => labelsOf(pool).get(key) === value));
  return fitting.map((to) => ({ kind: 'placed-in' as const, from, to, at }));
}

/** Sources: Amazon EKS User Guide, GKE and AKS documentation: labels that each puts onto the nodes of a pool. */
function labelsOf(pool: Resource): ReadonlyMap<string, string> {
  const { body } = pool;
  const labels = new Map<string, string>();
  for (const holder of [body.peek('labels'), body.peek('node_config', 'labels'), body.peek('node_labels')])
    if (holder?.content instanceof Mapping)
      for (const [key, value] of pairsOf(holder)) labels.set(key, value);
  labels.set('eks.amazonaws.com/nodegroup', textAt(body, 'node_group_name'));
  labels.set('cloud.google.com/gke-nodepool', textAt(body, 'name'));
  labels.set('kubernetes.azure.com/agentpool', textAt(body, 'name'));
  return labels;
}
