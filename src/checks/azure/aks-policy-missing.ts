import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-policy-missing',
  title: 'Kubernetes cluster without the Azure Policy add-on',
  dimension: 'security',
  severity: 'info',
  why: 'The add-on refuses pods that break the rules of the organisation, privileged ones for example, when they are created, and reports them to Azure Policy. Kyverno, Gatekeeper or the Pod Security admission of Kubernetes do the same, and are not seen from here.',
  sameAs: [
    'checkov:CKV_AZURE_116',
    'kics:terraform/azure/aks_uses_azure_policies_addon_disabled',
    'trivy:AZU-0066',
  ],
  controls: ['soc2:CC8.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/governance/policy/concepts/policy-for-kubernetes'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const setting = settingOf(node, ['azure_policy_enabled'], ['addon_profile', 'azure_policy', 'enabled']);
    if (setting?.node.flag() === true) return;
    return {
      message: `Nothing in the code makes ${resource.address} refuse pods that break the rules: set azure_policy_enabled to true, unless an admission controller of your own does it.`,
      at: setting?.node ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                 = "shop"\n  location             = "westeurope"\n  resource_group_name  = "shop"\n  dns_prefix           = "shop"\n  azure_policy_enabled = true\n}\n',
  },
});
