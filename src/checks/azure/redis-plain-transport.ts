import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/redis-plain-transport',
  title: 'Redis that talks in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'On port 6379 the access key and all data pass as they are, and whoever gets into the network by one machine reads both. Every client of Redis speaks TLS, on port 6380.',
  sameAs: ['checkov:CKV_AZURE_91', 'kics:terraform/azure/redis_cache_allows_non_ssl_connections'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-remove-tls-10-11'],
  visits: resources('azurerm_redis_cache', 'azurerm_redis_enterprise_database', 'azurerm_managed_redis'),
  judge({ resource, node }) {
    const setting = settingOf(node, ['non_ssl_port_enabled'], ['enable_non_ssl_port']);
    const protocol = settingOf(node, ['client_protocol'], ['default_database', 'client_protocol']);
    if (protocol?.node.text()?.toLowerCase() === 'plaintext')
      return {
        message: `${resource.address} takes keys and data in the clear: set client_protocol to Encrypted.`,
        at: protocol.node,
      };
    if (setting?.node.flag() !== true) return;
    return {
      message: `${resource.address} also takes keys and data in the clear, on port 6379: set ${setting.path[0]} to false, and let the clients use TLS.`,
      at: setting.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${setting.path[0]} to false (clients without TLS are refused)`,
        edits: [{ op: 'replace', node: setting.node, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_redis_cache" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  capacity                      = 1\n  family                        = "C"\n  sku_name                      = "Standard"\n  public_network_access_enabled = false\n  non_ssl_port_enabled          = true\n}\n',
    good: 'resource "azurerm_redis_cache" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  capacity                      = 1\n  family                        = "C"\n  sku_name                      = "Standard"\n  public_network_access_enabled = false\n  non_ssl_port_enabled          = false\n}\n',
  },
});
