import { nodePools, poolName } from '../../graph/azure/clusters.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-nodes-public-address',
  title: 'Kubernetes nodes with addresses on the internet',
  dimension: 'security',
  severity: 'medium',
  why: 'Every node then stands on the internet itself, and one rule that is too wide opens the kubelet or a host port to everybody. Let traffic in through a load balancer and out through it or a NAT gateway.',
  sameAs: ['checkov:CKV_AZURE_143'],
  controls: ['pci-dss:1.4.2', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/use-node-public-ips'],
  visits: nodePools,
  judge(pool) {
    const setting = settingOf(pool.node, ['node_public_ip_enabled'], ['enable_node_public_ip']);
    if (setting?.node.flag() !== true) return;
    return {
      message: `${poolName(pool)} gives every node an address on the internet: set ${setting.path[0]} to false, and let traffic through a load balancer.`,
      at: setting.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${setting.path[0]} to false (replaces the nodes)`,
        edits: [{ op: 'replace', node: setting.node, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                   = "work"\n  kubernetes_cluster_id  = var.cluster_id\n  vm_size                = "Standard_D4ds_v5"\n  node_public_ip_enabled = true\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_kubernetes_cluster_node_pool" "work" {\n  name                   = "work"\n  kubernetes_cluster_id  = var.cluster_id\n  vm_size                = "Standard_D4ds_v5"\n  node_public_ip_enabled = false\n}\n\nvariable "cluster_id" {\n  type = string\n}\n',
  },
});
