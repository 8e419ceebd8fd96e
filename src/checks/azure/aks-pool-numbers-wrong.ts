import { isAutoscaled, nodePools, poolName } from '../../graph/azure/clusters.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-pool-numbers-wrong',
  title: 'Node pool whose numbers do not fit together',
  dimension: 'functionality',
  severity: 'high',
  why: 'The provider refuses an autoscaled pool without limits, limits without autoscaling, and a minimum above the maximum, and does so only when it is applied.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  visits: nodePools,
  judge(pool) {
    const { node } = pool;
    const least = node.get('min_count');
    const most = node.get('max_count');
    if (isAutoscaled(pool)) {
      if (!least || !most)
        return {
          message: `${poolName(pool)} is autoscaled and has no ${least ? 'max_count' : 'min_count'}: set both.`,
        };
      if ((least.amount() ?? 0) > (most.amount() ?? Number.POSITIVE_INFINITY))
        return {
          message: `${poolName(pool)} has at least ${least.text()} nodes and at most ${most.text()}: the apply is refused.`,
          at: least,
        };
      return;
    }
    const limit = least ?? most;
    if (!limit || (limit.amount() ?? 0) === 0) return;
    return {
      message: `${poolName(pool)} has limits and is not autoscaled, which is refused: set auto_scaling_enabled to true.`,
      at: limit,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_D4ds_v5"\n  min_count             = 3\n  max_count             = 12\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                  = "work"\n  kubernetes_cluster_id = var.cluster_id\n  vm_size               = "Standard_D4ds_v5"\n  auto_scaling_enabled  = true\n  min_count             = 3\n  max_count             = 12\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
  },
});
