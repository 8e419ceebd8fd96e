import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-network-policy-missing',
  title: 'Kubernetes cluster that enforces no network policy',
  dimension: 'security',
  severity: 'medium',
  why: 'NetworkPolicy objects are accepted and do nothing unless the cluster has an engine for them, so every pod reaches every other, whatever the manifests say. The engine is best chosen when the cluster is made.',
  sameAs: ['checkov:CKV_AZURE_7', 'kics:terraform/azure/aks_network_policy_misconfigured', 'trivy:AZU-0043'],
  controls: ['pci-dss:1.2.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/use-network-policies'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const policy = node.get('network_profile', 'network_policy');
    if (policy && /^(azure|calico|cilium)$/i.test(policy.text() ?? '')) return;
    // this data plane enforces policies by itself
    if (node.text('network_profile', 'network_data_plane')?.toLowerCase() === 'cilium') return;
    // with no plugin of Azure's the cluster brings its own, and the policies with it
    if (node.text('network_profile', 'network_plugin')?.toLowerCase() === 'none') return;
    return {
      message: `${resource.address} has nothing that enforces NetworkPolicy objects, so every pod reaches every other: set network_policy in network_profile (cilium, calico or azure).`,
      at: policy ?? node.get('network_profile') ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  network_profile {\n    network_plugin = "azure"\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  network_profile {\n    network_plugin     = "azure"\n    network_data_plane = "cilium"\n    network_policy     = "cilium"\n  }\n}\n',
  },
});
