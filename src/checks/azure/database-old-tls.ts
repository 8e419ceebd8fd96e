import { azurermMajor } from '../../graph/azure/provider-version.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

/** Where each service says the lowest version of TLS that it takes, and whether older ones were taken by default. Source: Terraform azurerm provider, the page of each resource. */
const settings: Readonly<Record<string, { readonly name: string; readonly good: string }>> = {
  azurerm_mssql_server: { name: 'minimum_tls_version', good: '1.2' },
  azurerm_mssql_managed_instance: { name: 'minimum_tls_version', good: '1.2' },
  azurerm_mysql_server: { name: 'ssl_minimal_tls_version_enforced', good: 'TLS1_2' },
  azurerm_postgresql_server: { name: 'ssl_minimal_tls_version_enforced', good: 'TLS1_2' },
  azurerm_mariadb_server: { name: 'ssl_minimal_tls_version_enforced', good: 'TLS1_2' },
  azurerm_redis_cache: { name: 'minimum_tls_version', good: '1.2' },
  azurerm_cosmosdb_account: { name: 'minimal_tls_version', good: 'Tls12' },
};

const old = /^(tls)?1?[._]?[01]$|^tls1[01]?$|^disabled$|^tlsenforcementdisabled$/i;

export default check({
  id: 'azure/database-old-tls',
  title: 'Database that accepts old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 have known flaws and were withdrawn by the IETF in 2021. Azure ends them service by service, and then a client that still needs them is cut off on a day that somebody else chooses.',
  sameAs: [
    'checkov:CKV2_AZURE_37',
    'checkov:CKV_AZURE_147',
    'checkov:CKV_AZURE_148',
    'checkov:CKV_AZURE_52',
    'checkov:CKV_AZURE_54',
    'kics:terraform/azure/mariadb_not_using_latest_tls',
    'kics:terraform/azure/mysql_not_using_latest_tls',
    'trivy:AZU-0026',
  ],
  controls: ['cis-azure:4.4.2', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings#minimum-tls-version',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  visits: resources(
    ...Object.keys(settings),
    'azurerm_mysql_flexible_server_configuration',
    'azurerm_postgresql_flexible_server_configuration',
  ),
  judge({ resource, node }, graph) {
    if (resource.type.endsWith('_configuration')) return ofParameter(node, resource.address);
    const { name, good } = settings[resource.type]!;
    const setting = node.get(name);
    const version =
      setting?.text() ??
      (isOldByDefault(resource.type, azurermMajor(graph, resource.unit)) ? '1.0' : undefined);
    if (version === undefined || !old.test(version)) return;
    return {
      message: `${resource.address} accepts TLS 1.0 or 1.1 (${setting ? `${name} is ${version}` : `the default of this azurerm, as ${name} is not set`}): set ${name} to ${good}.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to ${good} (older clients are refused)`,
        edits: [{ op: 'set', in: node, path: [name], value: good }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  minimum_tls_version           = "1.0"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_mssql_server" "orders" {\n  name                          = "acme-orders"\n  resource_group_name           = "shop"\n  location                      = "westeurope"\n  version                       = "12.0"\n  minimum_tls_version           = "1.2"\n  public_network_access_enabled = false\n}\n',
  },
});

/** azurerm 2 set no version, and azurerm 3 left caches at 1.0. */
function isOldByDefault(type: string, major: number | undefined): boolean {
  if (major === undefined) return false;
  return major < 3 || (major === 3 && type === 'azurerm_redis_cache');
}

/** The parameters of flexible servers that name the versions that they take, or the lowest. */
function ofParameter(node: Node, address: string): Fault | undefined {
  if (!/^(tls_version|ssl_min_protocol_version)$/i.test(node.text('name') ?? '')) return;
  const value = node.get('value');
  if (!value || !(value.text() ?? '').split(',').some((one) => /^\s*TLSv1(\.[01])?\s*$/i.test(one))) return;
  return {
    message: `${address} lets the server take ${value.text()}: TLSv1.2 is the lowest that is safe.`,
    at: value,
  };
}
