import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/api-backend-plain-http',
  title: 'API gateway that calls its backend in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'Clients talk to the gateway over TLS and believe that it goes on like that, while tokens and data pass from the gateway to the backend as they are.',
  sameAs: ['checkov:CKV_AZURE_215'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/api-management/backends'],
  visits: resources('azurerm_api_management_backend'),
  judge({ resource, node }) {
    const url = node.get('url');
    const text = url?.text() ?? '';
    // a name without a dot or of the cluster is within a network of its own
    if (
      !url ||
      !/^http:\/\//i.test(text) ||
      /^http:\/\/[^./]+([:/]|$)|\.svc\b|\.internal\b|\.local\b/i.test(text)
    )
      return;
    return {
      message: `${resource.address} is called over plain HTTP (${text}): use https.`,
      at: url,
    };
  },
  examples: {
    bad: 'resource "azurerm_api_management_backend" "orders" {\n  name                = "orders"\n  resource_group_name = "shop"\n  api_management_name = "acme-shop"\n  protocol            = "http"\n  url                 = "http://orders.example.com/api"\n}\n',
    good: 'resource "azurerm_api_management_backend" "orders" {\n  name                = "orders"\n  resource_group_name = "shop"\n  api_management_name = "acme-shop"\n  protocol            = "http"\n  url                 = "https://orders.example.com/api"\n}\n',
  },
});
