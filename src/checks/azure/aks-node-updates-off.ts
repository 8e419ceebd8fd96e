import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-node-updates-off',
  title: 'Kubernetes nodes that get no security updates',
  dimension: 'security',
  severity: 'medium',
  why: 'With the channel None, or Unmanaged without anything that restarts nodes, flaws of the kernel and of containerd stay open for as long as a node lives. NodeImage and SecurityPatch renew nodes one by one, within the disruption budgets of their pods.',
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/auto-upgrade-node-os-image'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const channel = settingOf(node, ['node_os_upgrade_channel'], ['node_os_channel_upgrade']);
    const name = channel?.node.text();
    if (!channel || name?.toLowerCase() !== 'none') return;
    return {
      message: `The nodes of ${resource.address} get no security updates (${channel.path[0]} is ${name}): set it to NodeImage or SecurityPatch.`,
      at: channel.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${channel.path[0]} to NodeImage (nodes are renewed one by one)`,
        edits: [{ op: 'replace', node: channel.node, value: 'NodeImage' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                    = "shop"\n  location                = "westeurope"\n  resource_group_name     = "shop"\n  dns_prefix              = "shop"\n  node_os_upgrade_channel = "None"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                    = "shop"\n  location                = "westeurope"\n  resource_group_name     = "shop"\n  dns_prefix              = "shop"\n  node_os_upgrade_channel = "NodeImage"\n}\n',
  },
});
