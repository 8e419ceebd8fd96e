import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-container-logs-missing',
  title: 'Kubernetes cluster whose logs nobody keeps',
  dimension: 'observability',
  severity: 'low',
  why: 'What a container wrote is gone with the container, and so is the reason why it crashed. The agent of Azure Monitor sends logs and events to a workspace; a collector of your own in the cluster does as well, which is not seen from here.',
  sameAs: ['checkov:CKV_AZURE_4', 'trivy:AZU-0040'],
  controls: ['soc2:CC7.2', 'pci-dss:10.2.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/containers/kubernetes-monitoring-enable'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }, graph) {
    if (node.has('oms_agent')) return;
    const addon = node.get('addon_profile', 'oms_agent');
    if (addon && addon.flag('enabled') !== false) return;
    const rules = companionsOf(
      graph,
      resource,
      'azurerm_monitor_data_collection_rule_association',
      'target_resource_id',
    );
    if (rules.length > 0) return;
    return {
      message: `What the containers of ${resource.address} write is gone when they are: add an oms_agent block with a Log Analytics workspace, or run a collector of your own.`,
      at: addon ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  oms_agent {\n    log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id\n  }\n}\n\nresource "azurerm_log_analytics_workspace" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  retention_in_days   = 90\n}\n',
  },
});
