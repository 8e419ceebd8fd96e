import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-rbac-off',
  title: 'Kubernetes cluster without access control',
  dimension: 'security',
  severity: 'high',
  why: 'Without RBAC every account, and every pod through its service account, may do everything in the cluster: read all secrets, start privileged pods, delete namespaces. It is on by default and cannot be changed later, so a cluster without it has to be replaced.',
  sameAs: [
    'checkov:CKV_AZURE_5',
    'kics:terraform/azure/aks_rbac_disabled',
    'regula:FG_R00329',
    'trivy:AZU-0042',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.3'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/concepts-identity'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['role_based_access_control_enabled'],
      ['role_based_access_control', 'enabled'],
    );
    if (setting?.node.flag() !== false) return;
    return {
      message: `In ${resource.address} every account and every pod may do everything: set ${setting.path.join('.')} to true, which replaces the cluster, so before anything runs in it.`,
      at: setting.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${setting.path.join('.')} to true (replaces a cluster that is there already)`,
        edits: [{ op: 'replace', node: setting.node, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                              = "shop"\n  location                          = "westeurope"\n  resource_group_name               = "shop"\n  dns_prefix                        = "shop"\n  role_based_access_control_enabled = false\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                              = "shop"\n  location                          = "westeurope"\n  resource_group_name               = "shop"\n  dns_prefix                        = "shop"\n  role_based_access_control_enabled = true\n}\n',
  },
});
