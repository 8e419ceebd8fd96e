import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-upgrades-manual',
  title: 'Kubernetes cluster that nothing upgrades',
  dimension: 'reliability',
  severity: 'low',
  why: 'A version of Kubernetes is supported for about a year, and an upgrade skips no minor version: a cluster that is forgotten ends outside of support with several upgrades to do at once. A channel such as patch follows by itself, in a maintenance window that you choose.',
  sameAs: ['checkov:CKV_AZURE_171'],
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/auto-upgrade-cluster'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const channel = settingOf(node, ['automatic_upgrade_channel'], ['automatic_channel_upgrade'])?.node;
    const name = channel?.text()?.toLowerCase();
    // node-image renews the nodes, and Kubernetes stays where it is
    if (channel && name !== 'none') return;
    return {
      message: `Nothing upgrades ${resource.address}, so its version of Kubernetes runs out of support unless somebody remembers: set automatic_upgrade_channel to patch, with a maintenance window.`,
      at: channel ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                      = "shop"\n  location                  = "westeurope"\n  resource_group_name       = "shop"\n  dns_prefix                = "shop"\n  automatic_upgrade_channel = "patch"\n}\n',
  },
});
