import { flagOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/cosmos-open-to-all-networks',
  title: 'Cosmos DB that every network reaches',
  dimension: 'security',
  severity: 'medium',
  why: 'A key of the account that leaks then reads and deletes all data from anywhere. Name the addresses or subnets of the clients, or switch public access off and use a private endpoint.',
  sameAs: [
    'checkov:CKV_AZURE_101',
    'checkov:CKV_AZURE_99',
    'kics:terraform/azure/cosmosdb_account_ip_range_filter_not_set',
  ],
  controls: ['cis-azure:4.5.1', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-configure-firewall'],
  visits: resources('azurerm_cosmosdb_account'),
  judge({ resource, node }) {
    if (flagOf(node, 'public_network_access_enabled') === false) return;
    if (node.flag('is_virtual_network_filter_enabled') === true || node.has('virtual_network_rule')) return;
    const filter = node.get('ip_range_filter');
    const ranges = filter
      ? [
          filter.text() ??
            filter
              .list()
              .map((range) => range.text())
              .join(),
        ].join()
      : '';
    if (ranges.replaceAll(',', '') !== '' && !ranges.includes('0.0.0.0/0')) return;
    return {
      message: `Every network reaches ${resource.address}, so a leaked key reads and deletes all of it from anywhere: set ip_range_filter, or set public_network_access_enabled to false and add a private endpoint.`,
      at: filter ?? node.get('public_network_access_enabled') ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                = "acme-carts"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  offer_type          = "Standard"\n\n  consistency_policy {\n    consistency_level = "Session"\n  }\n}\n',
    good: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  offer_type                    = "Standard"\n  public_network_access_enabled = false\n\n  consistency_policy {\n    consistency_level = "Session"\n  }\n}\n',
  },
});
