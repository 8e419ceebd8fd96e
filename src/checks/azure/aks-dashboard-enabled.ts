import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-dashboard-enabled',
  title: 'Kubernetes dashboard that runs in the cluster',
  dimension: 'security',
  severity: 'medium',
  why: 'The dashboard add-on runs with rights of its own inside the cluster, was how several clusters were taken over, and is retired: it exists only up to Kubernetes 1.18. The portal shows the same with the rights of who looks.',
  sameAs: ['checkov:CKV_AZURE_8', 'kics:terraform/azure/dashboard_is_enabled'],
  controls: ['soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/kubernetes-portal'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const setting = node.get('addon_profile', 'kube_dashboard', 'enabled');
    if (setting?.flag() !== true) return;
    return {
      message: `${resource.address} runs the retired dashboard with rights of its own: set enabled of kube_dashboard to false, and use the portal.`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: 'switch the dashboard add-on off',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  addon_profile {\n    kube_dashboard {\n      enabled = true\n    }\n  }\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  addon_profile {\n    kube_dashboard {\n      enabled = false\n    }\n  }\n}\n',
  },
});
