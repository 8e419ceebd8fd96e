import { logsSentFor } from '../../graph/azure/diagnostics.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-audit-log-missing',
  title: 'Kubernetes cluster without an audit log',
  dimension: 'observability',
  severity: 'medium',
  why: 'Who read a secret, who opened a shell in a pod, who deleted the namespace: only the audit log of the API server tells, and AKS keeps it nowhere unless a diagnostic setting sends it. The category kube-audit-admin leaves reads out and costs far less than kube-audit.',
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/monitor-aks'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource }, graph) {
    if (isNonProduction(resource)) return;
    const sent = logsSentFor(graph, resource);
    if (sent.some((name) => /^(kube-audit(-admin)?|audit|allLogs)$/i.test(name))) return;
    return {
      message: `Nobody can tell afterwards who did what in ${resource.address}: send the category kube-audit-admin somewhere with an azurerm_monitor_diagnostic_setting.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n\nresource "azurerm_monitor_diagnostic_setting" "shop" {\n  name                       = "audit"\n  target_resource_id         = azurerm_kubernetes_cluster.shop.id\n  log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id\n\n  enabled_log {\n    category = "kube-audit-admin"\n  }\n}\n\nresource "azurerm_log_analytics_workspace" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  retention_in_days   = 90\n}\n',
  },
});
