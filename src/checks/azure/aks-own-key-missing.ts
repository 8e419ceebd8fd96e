import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-own-key-missing',
  title: 'Kubernetes disks under a key of Microsoft',
  dimension: 'security',
  severity: 'info',
  why: 'Disks are encrypted all the same, with a key that Microsoft holds. Where a contract asks that you can withdraw the key yourself, a disk encryption set with a key of your own does it; it is chosen when the cluster is made.',
  sameAs: [
    'checkov:CKV_AZURE_117',
    'kics:terraform/azure/aks_disk_encryption_set_id_undefined',
    'trivy:AZU-0067',
  ],
  controls: ['cis-azure:7.3', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/azure-disk-customer-managed-keys'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    if (node.has('disk_encryption_set_id')) return;
    return {
      message: `The disks of ${resource.address} are encrypted with a key of Microsoft: set disk_encryption_set_id where you have to hold the key.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                   = "shop"\n  location               = "westeurope"\n  resource_group_name    = "shop"\n  dns_prefix             = "shop"\n  disk_encryption_set_id = "/subscriptions/0b1f/set"\n}\n',
  },
});
