import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-local-accounts',
  title: 'Kubernetes cluster with a shared admin certificate',
  dimension: 'security',
  severity: 'low',
  why: 'Local accounts are a certificate that may do everything, is the same for all who fetch it, stays valid when they leave, and hides who did what. With Entra ID for the cluster everybody logs in as themselves.',
  sameAs: ['checkov:CKV_AZURE_141'],
  controls: ['pci-dss:8.2.2', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/manage-local-accounts-managed-azure-ad'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const setting = node.get('local_account_disabled');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} hands out a shared certificate that may do everything: set local_account_disabled to true, and let people log in with Entra ID (azure_active_directory_role_based_access_control).`,
      at: setting ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                   = "shop"\n  location               = "westeurope"\n  resource_group_name    = "shop"\n  dns_prefix             = "shop"\n  local_account_disabled = true\n\n  azure_active_directory_role_based_access_control {\n    azure_rbac_enabled = true\n  }\n}\n',
  },
});
