import { isAutoscaled, nodePools, poolName } from '../../graph/azure/clusters.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-nodes-fixed',
  title: 'Kubernetes nodes whose number never changes',
  dimension: 'cost',
  severity: 'low',
  why: 'A fixed number is too small at noon, when pods wait for a place, and too large at night, when it is paid all the same. The cluster autoscaler adds nodes for pods that wait and takes away those that stand idle.',
  sources: ['https://learn.microsoft.com/en-us/azure/aks/cluster-autoscaler'],
  visits: nodePools,
  judge(pool, graph) {
    const { resource, node } = pool;
    if (isNonProduction(resource) || isAutoscaled(pool)) return;
    const cluster = pool.isDefault
      ? resource
      : graph.from(resource).find(({ to }) => to.type === 'azurerm_kubernetes_cluster')?.to;
    // node auto-provisioning (Karpenter) makes pools of its own beside this one
    if (cluster?.body.text('node_provisioning_profile', 'mode')?.toLowerCase() === 'auto') return;
    // a pool for what belongs to the cluster itself is as large as that needs
    if (node.flag('only_critical_addons_enabled') === true) return;
    const count = node.get('node_count');
    if ((count?.amount() ?? 1) < 2) return;
    return {
      message: `${poolName(pool)} has ${count?.text()} nodes whatever the load: set auto_scaling_enabled with min_count and max_count.`,
      at: count ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_D4ds_v5"\n  node_count            = 6\n  zones                 = ["1", "2", "3"]\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_D4ds_v5"\n  auto_scaling_enabled  = true\n  min_count             = 3\n  max_count             = 12\n  zones                 = ["1", "2", "3"]\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
  },
});
