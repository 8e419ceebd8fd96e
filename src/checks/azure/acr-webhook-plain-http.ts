import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/acr-webhook-plain-http',
  title: 'Registry that reports its images over plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'A webhook starts what deploys the image. Over HTTP its headers, often with a token among them, are readable on the way, and whoever stands there may announce another image.',
  sameAs: ['checkov:CKV2_AZURE_30'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-registry/container-registry-webhook'],
  visits: resources('azurerm_container_registry_webhook'),
  judge({ resource, node }) {
    const uri = node.get('service_uri');
    if (!uri || !/^http:\/\//i.test(uri.text() ?? '')) return;
    return {
      message: `${resource.address} calls its receiver over plain HTTP, where its token can be read: use an https address.`,
      at: uri,
    };
  },
  examples: {
    bad: webhook('http'),
    good: webhook('https'),
  },
});

function webhook(scheme: string): string {
  return `resource "azurerm_container_registry_webhook" "deploy" {
  name                = "deploy"
  resource_group_name = "shop"
  registry_name       = "acmeshop"
  location            = "westeurope"
  service_uri         = "${scheme}://deploy.acme.example/hooks/acr"
  actions             = ["push"]
}
`;
}
