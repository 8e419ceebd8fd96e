import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/gateway-plain-http',
  title: 'Gateway that serves plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Passwords, cookies and pages pass as they are, and whoever sits between may change them. A listener on port 80 should do nothing but send on to HTTPS.',
  sameAs: ['checkov:CKV_AZURE_197', 'checkov:CKV_AZURE_198', 'checkov:CKV_AZURE_217'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/application-gateway/redirect-http-to-https-portal'],
  visits: resources('azurerm_application_gateway', 'azurerm_cdn_endpoint', 'azurerm_cdn_frontdoor_route'),
  judge({ resource, node }): readonly Fault[] {
    if (resource.type === 'azurerm_cdn_endpoint') {
      const http = node.get('is_http_allowed');
      // allowed unless it is switched off, or a rule of delivery sends it on
      if (http?.flag() === false || node.has('delivery_rule')) return [];
      return [
        {
          message: `${resource.address} serves plain HTTP: set is_http_allowed to false, or send it on to HTTPS with a delivery_rule.`,
          at: http ?? node,
        },
      ];
    }
    if (resource.type === 'azurerm_cdn_frontdoor_route') {
      const redirects = node.get('https_redirect_enabled');
      if (redirects?.flag() !== false) return [];
      if (!node.list('supported_protocols').some((one) => one.text()?.toLowerCase() === 'http')) return [];
      return [
        {
          message: `${resource.address} serves plain HTTP: take https_redirect_enabled = false out.`,
          at: redirects,
        },
      ];
    }
    const faces = node.list('frontend_ip_configuration');
    if (faces.length > 0 && faces.every((face) => !face.has('public_ip_address_id'))) return [];
    return node.list('http_listener').flatMap((listener) => ofListener(node, listener, resource.address));
  },
  examples: {
    bad: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n\n  http_listener {\n    name                           = "http"\n    frontend_ip_configuration_name = "public"\n    frontend_port_name             = "http"\n    protocol                       = "Http"\n  }\n\n  request_routing_rule {\n    name                       = "http"\n    priority                   = 100\n    rule_type                  = "Basic"\n    http_listener_name         = "http"\n    backend_address_pool_name  = "web"\n    backend_http_settings_name = "web"\n  }\n}\n',
    good: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n\n  http_listener {\n    name                           = "http"\n    frontend_ip_configuration_name = "public"\n    frontend_port_name             = "http"\n    protocol                       = "Http"\n  }\n\n  request_routing_rule {\n    name                        = "http"\n    priority                    = 100\n    rule_type                   = "Basic"\n    http_listener_name          = "http"\n    redirect_configuration_name = "to-https"\n  }\n}\n',
  },
});

function ofListener(gateway: Node, listener: Node, address: string): Fault[] {
  const protocol = listener.get('protocol');
  if (protocol?.text()?.toLowerCase() !== 'http') return [];
  const name = listener.text('name');
  const rules = gateway
    .list('request_routing_rule')
    .filter((rule) => rule.text('http_listener_name') === name);
  // a map of paths may redirect as well, path by path
  if (rules.some((rule) => rule.has('redirect_configuration_name') || rule.has('url_path_map_name')))
    return [];
  if (rules.length === 0) return [];
  return [
    {
      message: `The listener ${name} of ${address} serves plain HTTP: send its requests on to HTTPS with a redirect_configuration.`,
      at: protocol,
      key: name ?? 'listener',
    },
  ];
}
