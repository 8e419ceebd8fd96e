import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/database-plain-transport',
  title: 'Database that takes passwords without TLS',
  dimension: 'security',
  severity: 'high',
  why: 'Where the server does not insist on TLS, a client that is set up carelessly sends its password and all data as they are, and nobody notices. Every driver of these databases speaks TLS.',
  sameAs: [
    'checkov:CKV_AZURE_28',
    'checkov:CKV_AZURE_29',
    'checkov:CKV_AZURE_47',
    'kics:terraform/azure/mysql_enforce_ssl_connection_disabled',
    'kics:terraform/azure/mysql_ssl_connection_disabled',
    'kics:terraform/azure/postgres_enforce_ssl_connection_disabled',
    'kics:terraform/azure/ssl_enforce_is_disabled',
    'regula:FG_R00225',
    'regula:FG_R00226',
    'trivy:AZU-0020',
  ],
  controls: ['cis-azure:4.3.1', 'cis-azure:4.4.1', 'pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-networking-ssl-tls',
    'https://learn.microsoft.com/en-us/azure/mysql/flexible-server/how-to-connect-tls-ssl',
  ],
  visits: resources(
    'azurerm_mysql_server',
    'azurerm_postgresql_server',
    'azurerm_mariadb_server',
    'azurerm_mysql_flexible_server_configuration',
    'azurerm_postgresql_flexible_server_configuration',
  ),
  judge({ resource, node }) {
    if (resource.type.endsWith('_configuration')) return ofParameter(node, resource.address);
    const setting = settingOf(node, ['ssl_enforcement_enabled'], ['ssl_enforcement']);
    if (setting?.node.flag() === true || setting?.node.text()?.toLowerCase() === 'enabled') return;
    return {
      message: `${resource.address} does not insist on TLS, so passwords and data may pass as they are: set ssl_enforcement_enabled to true.`,
      at: setting?.node ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'insist on TLS (clients without it are refused)',
        edits: setting
          ? [
              {
                op: 'replace',
                node: setting.node,
                value: setting.path[0] === 'ssl_enforcement' ? 'Enabled' : true,
              },
            ]
          : [{ op: 'set', in: node, path: ['ssl_enforcement_enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_mysql_flexible_server_configuration" "tls" {\n  name                = "require_secure_transport"\n  resource_group_name = "shop"\n  server_name         = "orders"\n  value               = "OFF"\n}\n',
    good: 'resource "azurerm_mysql_flexible_server_configuration" "tls" {\n  name                = "require_secure_transport"\n  resource_group_name = "shop"\n  server_name         = "orders"\n  value               = "ON"\n}\n',
  },
});

/** Flexible servers insist on TLS until a parameter says otherwise. */
function ofParameter(node: Node, address: string) {
  if (node.text('name')?.toLowerCase() !== 'require_secure_transport') return;
  const value = node.get('value');
  if (value?.text()?.toLowerCase() !== 'off') return;
  return {
    message: `${address} switches off that the server insists on TLS: set it to ON, or take it out.`,
    at: value,
    fix: {
      safety: 'unsafe' as const,
      summary: 'set require_secure_transport to ON (clients without TLS are refused)',
      edits: [{ op: 'replace' as const, node: value, value: 'ON' }],
    },
  };
}
