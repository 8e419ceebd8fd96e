import { type FirewallRule, firewallRules, rangeOf } from '../../graph/azure/database-firewalls.ts';
import { check } from '../check.ts';

/** More addresses than an office or a platform's outgoing ones have. */
const manyAddresses = 256;
const wholeNetworks = 2 ** 24;

export default check({
  id: 'azure/database-firewall-open-to-internet',
  title: 'Database whose firewall lets the internet in',
  dimension: 'security',
  severity: 'high',
  why: 'The firewall of an Azure database is all that keeps strangers from its login, and passwords are tried on every server that answers. Admit the few addresses that clients have, or none and use a private endpoint.',
  sameAs: [
    'checkov:CKV2_AZURE_26',
    'checkov:CKV_AZURE_11',
    'kics:terraform/azure/firewall_rule_allows_too_many_hosts_to_access_redis_cache',
    'kics:terraform/azure/redis_entirely_accessible',
    'kics:terraform/azure/sql_server_ingress_from_any_ip',
    'kics:terraform/azure/unrestricted_sql_server_access',
    'regula:FG_R00192',
    'trivy:AZU-0029',
  ],
  controls: ['cis-azure:4.1.2', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure'],
  visits: firewallRules,
  judge({ resource, node }: FirewallRule) {
    const range = rangeOf(node);
    // 0.0.0.0 alone stands for the services of Azure, and is a finding of its own
    if (!range || range.last === 0) return;
    const count = range.last - range.first + 1;
    if (count <= manyAddresses) return;
    const at = node.get('end_ip_address') ?? node.get('end_ip') ?? node;
    return {
      message:
        count >= wholeNetworks
          ? `${resource.address} lets ${count === 2 ** 32 ? 'the whole internet' : `${count.toLocaleString('en')} addresses`} try the login of the database: admit only the addresses of its clients, or use a private endpoint.`
          : `${resource.address} admits ${count.toLocaleString('en')} addresses, more than the clients of a database have: admit only theirs.`,
      at,
      ...(count < wholeNetworks && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_mssql_firewall_rule" "all" {\n  name             = "all"\n  server_id        = "/subscriptions/0b1f/resourceGroups/shop/providers/Microsoft.Sql/servers/orders"\n  start_ip_address = "0.0.0.0"\n  end_ip_address   = "255.255.255.255"\n}\n',
    good: 'resource "azurerm_mssql_firewall_rule" "office" {\n  name             = "office"\n  server_id        = "/subscriptions/0b1f/resourceGroups/shop/providers/Microsoft.Sql/servers/orders"\n  start_ip_address = "203.0.113.10"\n  end_ip_address   = "203.0.113.12"\n}\n',
  },
});
