import { isPrivate } from '../../graph/azure/clusters.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { isInternet } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-api-open-to-internet',
  title: 'Kubernetes API that the whole internet reaches',
  dimension: 'security',
  severity: 'medium',
  why: 'A credential that leaks opens the cluster from anywhere, and a flaw in the API server is open to everybody on the day it is found. Make the cluster private, or admit the addresses of your offices, pipelines and its own outgoing traffic.',
  sameAs: [
    'checkov:CKV_AZURE_115',
    'checkov:CKV_AZURE_6',
    'kics:terraform/azure/aks_private_cluster_disabled',
    'trivy:AZU-0041',
    'trivy:AZU-0065',
  ],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/aks/api-server-authorized-ip-ranges',
    'https://learn.microsoft.com/en-us/azure/aks/private-clusters',
  ],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    if (isPrivate(node)) return;
    const ranges = settingOf(
      node,
      ['api_server_access_profile', 'authorized_ip_ranges'],
      ['api_server_authorized_ip_ranges'],
    )?.node;
    const listed = ranges?.list() ?? [];
    const open = listed.find((range) => isInternet(range.text() ?? ''));
    if (listed.length > 0 && !open) return;
    return {
      message: open
        ? `${resource.address} lists ${open.text()} among the addresses that may reach its API, which is everybody: list only yours.`
        : `The whole internet reaches the API of ${resource.address}: set private_cluster_enabled to true, or list in api_server_access_profile.authorized_ip_ranges who may.`,
      at: open ?? ranges ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  api_server_access_profile {\n    authorized_ip_ranges = ["203.0.113.0/24"]\n  }\n}\n',
  },
});
