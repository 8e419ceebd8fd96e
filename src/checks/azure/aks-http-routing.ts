import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/aks-http-routing',
  title: 'Kubernetes cluster with the HTTP routing of test clusters',
  dimension: 'security',
  severity: 'medium',
  why: 'The add-on publishes what an Ingress names under a public domain without TLS, was never meant for production, and is retired: Kubernetes 1.30 does not take it any more. The application routing add-on takes its place.',
  sameAs: ['checkov:CKV_AZURE_246'],
  controls: ['soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/aks/app-routing-migration'],
  visits: resources('azurerm_kubernetes_cluster'),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['http_application_routing_enabled'],
      ['addon_profile', 'http_application_routing', 'enabled'],
    );
    if (setting?.node.flag() !== true) return;
    return {
      message: `${resource.address} uses HTTP application routing, which is retired and was made for tests: use web_app_routing instead.`,
      at: setting.node,
    };
  },
  examples: {
    bad: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                             = "shop"\n  location                         = "westeurope"\n  resource_group_name              = "shop"\n  dns_prefix                       = "shop"\n  http_application_routing_enabled = true\n}\n',
    good: 'resource "azurerm_kubernetes_cluster" "shop" {\n  name                             = "shop"\n  location                         = "westeurope"\n  resource_group_name              = "shop"\n  dns_prefix                       = "shop"\n  http_application_routing_enabled = false\n}\n',
  },
});
