import { type FirewallRule, firewallRules, rangeOf } from '../../graph/azure/database-firewalls.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/database-firewall-open-to-azure',
  title: 'Database whose firewall lets all of Azure in',
  dimension: 'security',
  severity: 'medium',
  why: 'The rule from 0.0.0.0 to 0.0.0.0 admits every machine in Azure, also those of strangers who rent one for an hour. It is meant for services without fixed addresses; a private endpoint or the outgoing addresses of the service do the same for you alone.',
  sameAs: [
    'checkov:CKV2_AZURE_34',
    'checkov:CKV2_AZURE_6',
    'regula:FG_R00221',
    'regula:FG_R00222',
    'regula:FG_R00223',
  ],
  controls: ['cis-azure:4.3.7', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure#connections-from-inside-azure',
  ],
  visits: firewallRules,
  judge({ resource, node }: FirewallRule) {
    if (resource.type === 'azurerm_redis_firewall_rule') return;
    const range = rangeOf(node);
    if (range?.first !== 0 || range.last !== 0) return;
    return {
      message: `${resource.address} (0.0.0.0) admits every machine in Azure, of any customer: use a private endpoint, or admit the outgoing addresses of what connects.`,
      at: node.get('start_ip_address') ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_firewall_rule" "azure" {\n  name             = "azure"\n  server_id        = "/subscriptions/0b1f/resourceGroups/shop/providers/Microsoft.Sql/servers/orders"\n  start_ip_address = "0.0.0.0"\n  end_ip_address   = "0.0.0.0"\n}\n',
    good: 'resource "azurerm_mssql_firewall_rule" "office" {\n  name             = "office"\n  server_id        = "/subscriptions/0b1f/resourceGroups/shop/providers/Microsoft.Sql/servers/orders"\n  start_ip_address = "203.0.113.10"\n  end_ip_address   = "203.0.113.12"\n}\n',
  },
});
