import { resources } from '../../graph/selector.ts';
import { certainCompanionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

/** Blocks that are the whole truth where they are written, and the resource by which the same is said from outside. Source: Terraform azurerm provider, the note on each page. */
const places: Readonly<Record<string, readonly (readonly [block: string, type: string, by: string])[]>> = {
  azurerm_network_security_group: [
    ['security_rule', 'azurerm_network_security_rule', 'network_security_group_name'],
  ],
  azurerm_route_table: [['route', 'azurerm_route', 'route_table_name']],
  azurerm_virtual_network: [['subnet', 'azurerm_subnet', 'virtual_network_name']],
  azurerm_key_vault: [['access_policy', 'azurerm_key_vault_access_policy', 'key_vault_id']],
  azurerm_storage_account: [['network_rules', 'azurerm_storage_account_network_rules', 'storage_account_id']],
};

export default check({
  id: 'azure/settings-in-two-places',
  title: 'Settings inside of a resource and outside',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'Blocks written inside are the whole truth for Terraform: it removes all others, also those that resources of their own have just added, and adds them again at the next apply. In between, traffic or access is cut. Write all of them in one way.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_access_policy',
  ],
  visits: resources(...Object.keys(places)),
  judge({ resource, node }, graph) {
    for (const [block, type, by] of places[resource.type]!) {
      const inside = node.get(block);
      const [apart] = inside ? certainCompanionsOf(graph, resource, type, by) : [];
      if (!inside || !apart) continue;
      return {
        message: `${resource.address} has ${block} inside, and ${apart.address} adds to it from outside: each apply removes what the other made. Move the inner ones into resources of their own.`,
        at: inside,
        key: block,
      };
    }
    return;
  },
  examples: {
    bad: network('\n  subnet {\n    name             = "db"\n    address_prefixes = ["10.0.2.0/24"]\n  }\n'),
    good: network(''),
  },
});

function network(inside: string): string {
  return `resource "azurerm_virtual_network" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"
  address_space       = ["10.0.0.0/16"]
${inside}}

resource "azurerm_subnet" "web" {
  name                 = "web"
  resource_group_name  = "shop"
  virtual_network_name = azurerm_virtual_network.shop.name
  address_prefixes     = ["10.0.1.0/24"]
}
`;
}
