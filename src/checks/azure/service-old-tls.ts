import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

const tlsVersion = /^(TLS)?v?1?[._]?[01]$|^tls1[01]$|^Tls1_?[01]$|^None$/i;

export default check({
  id: 'azure/service-old-tls',
  title: 'Service that accepts old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 have known flaws and were withdrawn by the IETF in 2021. Azure ends them service by service, and then a client that still needs them is cut off on a day that somebody else chooses.',
  sameAs: [
    'checkov:CKV_AZURE_173',
    'checkov:CKV_AZURE_200',
    'checkov:CKV_AZURE_205',
    'checkov:CKV_AZURE_223',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://www.rfc-editor.org/rfc/rfc8996'],
  visits: resources(
    'azurerm_servicebus_namespace',
    'azurerm_eventhub_namespace',
    'azurerm_iothub',
    'azurerm_api_management',
    'azurerm_cdn_endpoint_custom_domain',
    'azurerm_cdn_frontdoor_custom_domain',
  ),
  judge({ resource, node }) {
    const version =
      node.get('minimum_tls_version') ??
      node.get('min_tls_version') ??
      node.get('user_managed_https', 'tls_version') ??
      node.get('cdn_managed_https', 'tls_version') ??
      node.get('tls', 'minimum_version') ??
      node.get('tls', 'minimum_tls_version');
    if (version && tlsVersion.test(version.text() ?? ''))
      return {
        message: `${resource.address} accepts TLS below 1.2 (${version.text()}): ask for 1.2 at least.`,
        at: version,
      };
    const old = oldProtocolOf(node);
    if (!old) return;
    return {
      message: `${resource.address} switches on a version of TLS or SSL that is withdrawn: set it to false.`,
      at: old,
      fix: {
        safety: 'unsafe',
        summary: 'switch the old version off (older clients are refused)',
        edits: [{ op: 'replace', node: old, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_servicebus_namespace" "orders" {\n  name                          = "acme-orders"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  sku                           = "Premium"\n  public_network_access_enabled = false\n  minimum_tls_version           = "1.0"\n}\n',
    good: 'resource "azurerm_servicebus_namespace" "orders" {\n  name                          = "acme-orders"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  sku                           = "Premium"\n  public_network_access_enabled = false\n  minimum_tls_version           = "1.2"\n}\n',
  },
});

const oldProtocols = ['frontend', 'backend'].flatMap((side) =>
  ['ssl30', 'tls10', 'tls11'].flatMap((version) => [
    `${side}_${version}_enabled`,
    `enable_${side}_${version}`,
  ]),
);

/** API Management has a switch for each old version, before and behind it. */
function oldProtocolOf(node: Node): Node | undefined {
  return oldProtocols.map((name) => node.get('security', name)).find((setting) => setting?.flag() === true);
}
