import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-kubenet',
  title: 'Kubernetes cluster on a network that AKS ends',
  dimension: 'reliability',
  severity: 'low',
  why: 'AKS ends kubenet on 31 March 2028. It takes a route for each node, stops at 400 of them, and knows neither Windows nor network policies of Cilium. Azure CNI in overlay mode takes as few addresses of the network and has none of these limits.',
  sameAs: ['checkov:CKV2_AZURE_29'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/aks/configure-kubenet',
    'https://learn.microsoft.com/en-us/azure/aks/azure-cni-overlay',
  ],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    // without a profile azurerm takes kubenet
    const plugin = node.get('network_profile', 'network_plugin');
    const text = plugin?.text() ?? (node.has('network_profile') ? undefined : 'kubenet');
    if (text?.toLowerCase() !== 'kubenet') return;
    return {
      message: `${resource.address} is on kubenet${plugin ? '' : ', the default of azurerm'}, which AKS ends in March 2028: move it to network_plugin "azure" with network_plugin_mode "overlay".`,
      at: plugin ?? node,
    };
  },
  examples: {
    bad: cluster('network_plugin = "kubenet"'),
    good: cluster('network_plugin      = "azure"\n    network_plugin_mode = "overlay"'),
  },
});

function cluster(network: string): string {
  return `resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
  dns_prefix          = "shop"

  network_profile {
    ${network}
  }
}
`;
}
