import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/gateway-waf-missing',
  title: 'Gateway on the internet without a web application firewall',
  dimension: 'security',
  severity: 'medium',
  why: 'Scanners try known holes of every framework on every address all day. A web application firewall turns those away before they reach the application, and buys the days until a new hole is patched.',
  sameAs: [
    'checkov:CKV_AZURE_120',
    'checkov:CKV_AZURE_121',
    'kics:terraform/azure/azure_front_door_waf_disabled',
    'kics:terraform/azure/waf_is_disabled_for_azure_application_gateway',
    'regula:FG_R00224',
  ],
  controls: ['pci-dss:6.4.2', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/web-application-firewall/overview'],
  visits: resources('azurerm_application_gateway', 'azurerm_frontdoor'),
  judge({ resource, node }) {
    if (resource.type === 'azurerm_frontdoor') {
      const ends = node.list('frontend_endpoint');
      const open = ends.find((end) => !end.has('web_application_firewall_policy_link_id'));
      return open && ends.every((end) => !end.has('web_application_firewall_policy_link_id'))
        ? {
            message: `${resource.address} lets every request through to what stands behind it: link a firewall policy to its frontend endpoints.`,
            at: open,
          }
        : undefined;
    }
    const own = node.get('waf_configuration');
    if (node.has('firewall_policy_id') || own?.flag('enabled') === true) return;
    // the policies of its listeners may cover all of them
    const listeners = node.list('http_listener');
    if (listeners.length > 0 && listeners.every((listener) => listener.has('firewall_policy_id'))) return;
    // without an address on the internet it serves the networks of its own
    const faces = node.list('frontend_ip_configuration');
    if (faces.length > 0 && faces.every((face) => !face.has('public_ip_address_id'))) return;
    return {
      message: `${resource.address} lets every request through to what stands behind it: take the WAF_v2 tier with a firewall_policy_id.`,
      at: own ?? node.get('sku') ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n\n  sku {\n    name     = "Standard_v2"\n    tier     = "Standard_v2"\n    capacity = 2\n  }\n\n  frontend_ip_configuration {\n    name                 = "public"\n    public_ip_address_id = azurerm_public_ip.shop.id\n  }\n}\n\nresource "azurerm_public_ip" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n}\n',
    good: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  firewall_policy_id  = azurerm_web_application_firewall_policy.shop.id\n\n  sku {\n    name     = "WAF_v2"\n    tier     = "WAF_v2"\n    capacity = 2\n  }\n\n  frontend_ip_configuration {\n    name                 = "public"\n    public_ip_address_id = azurerm_public_ip.shop.id\n  }\n}\n\nresource "azurerm_public_ip" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n}\n\nresource "azurerm_web_application_firewall_policy" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n}\n',
  },
});
