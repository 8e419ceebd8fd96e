import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/cosmos-keys-do-all',
  title: 'Cosmos DB whose keys may change its tables',
  dimension: 'security',
  severity: 'low',
  why: 'A key of the account is in every application that uses it, and may also create and delete databases and containers. With access by identity (local authentication off) there is no such key; otherwise take at least the changes of structure from it.',
  sameAs: ['checkov:CKV_AZURE_132', 'checkov:CKV_AZURE_140'],
  controls: ['cis-azure:4.5.3', 'soc2:CC6.3'],
  sources: ['https://learn.microsoft.com/en-us/azure/cosmos-db/role-based-access-control'],
  visits: resources('azurerm_cosmosdb_account'),
  judge({ resource, node }) {
    if (
      node.flag('local_authentication_disabled') === true ||
      node.flag('local_authentication_enabled') === false
    )
      return;
    const setting = settingOf(node, ['access_key_metadata_writes_enabled']);
    if (setting?.node.flag() === false) return;
    return {
      message: `Whoever has a key of ${resource.address} may delete its databases: set access_key_metadata_writes_enabled to false, or let applications in by identity only.`,
      at: setting?.node ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  offer_type                    = "Standard"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                               = "acme-carts"\n  location                           = "westeurope"\n  resource_group_name                = "shop"\n  offer_type                         = "Standard"\n  public_network_access_enabled      = false\n  access_key_metadata_writes_enabled = false\n}\n',
  },
});
