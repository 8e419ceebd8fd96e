import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/service-fabric-entra-missing',
  title: 'Service Fabric that people reach by certificate only',
  dimension: 'security',
  severity: 'low',
  why: 'A client certificate is a file that is copied and outlives the job of whoever has it; all who hold it look alike in the logs. Entra ID asks for a second factor, knows who it was, and takes the access away with the account.',
  sameAs: ['checkov:CKV_AZURE_126', 'kics:terraform/azure/azure_active_directory_authentication'],
  controls: ['pci-dss:8.3.1', 'soc2:CC6.1'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/service-fabric/service-fabric-cluster-creation-setup-aad',
  ],
  visits: resources('azurerm_service_fabric_cluster', 'azurerm_service_fabric_managed_cluster'),
  judge({ resource, node }) {
    const path =
      resource.type === 'azurerm_service_fabric_cluster'
        ? ['azure_active_directory']
        : ['authentication', 'active_directory'];
    if (node.has(...path)) return;
    return {
      message: `${resource.address} lets people in by certificates alone, which anybody may copy: add ${path.join('.')} with the applications of Entra ID.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_service_fabric_cluster" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  reliability_level   = "Bronze"\n}\n',
    good: 'resource "azurerm_service_fabric_cluster" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  reliability_level   = "Bronze"\n\n  azure_active_directory {\n    tenant_id              = "00000000-0000-0000-0000-000000000001"\n    cluster_application_id = "00000000-0000-0000-0000-000000000002"\n    client_application_id  = "00000000-0000-0000-0000-000000000003"\n  }\n}\n',
  },
});
