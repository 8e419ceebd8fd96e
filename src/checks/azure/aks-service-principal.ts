import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-service-principal',
  title: 'Kubernetes cluster with a password of its own',
  dimension: 'reliability',
  severity: 'low',
  why: 'The password of a service principal stands in the state, can be used from anywhere, and expires, a year later by default: then the cluster can neither scale nor attach a disk. A managed identity has no password and never expires.',
  controls: ['soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/use-managed-identity'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const principal = node.get('service_principal');
    // "msi" is how a managed identity was written once
    if (!principal || principal.text('client_id')?.toLowerCase() === 'msi') return;
    return {
      message: `${resource.address} works with the password of a service principal, and can neither scale nor attach disks once it has expired: use an identity block of type SystemAssigned or UserAssigned.`,
      at: principal,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  service_principal {\n    client_id     = "00000000-0000-0000-0000-000000000001"\n    client_secret = var.secret\n  }\n}\n\nvariable "secret" {\n  type      = string\n  sensitive = true\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  dns_prefix          = "shop"\n\n  identity {\n    type = "SystemAssigned"\n  }\n}\n',
  },
});
