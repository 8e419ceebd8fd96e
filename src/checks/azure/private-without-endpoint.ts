import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What can only be reached through a private endpoint once its public access is off. Source: Azure Private Link, availability. */
const types = [
  'azurerm_app_configuration',
  'azurerm_container_registry',
  'azurerm_cosmosdb_account',
  'azurerm_eventhub_namespace',
  'azurerm_key_vault',
  'azurerm_mssql_server',
  'azurerm_redis_cache',
  'azurerm_servicebus_namespace',
  'azurerm_storage_account',
];

export default check({
  id: 'azure/private-without-endpoint',
  title: 'Service that nobody can reach',
  dimension: 'functionality',
  severity: 'medium',
  why: 'With public access off only a private endpoint leads to the service. Where the code makes them for others and not for this one, it was most likely forgotten, and clients get a refusal that reads like a wrong password.',
  sources: ['https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-overview'],
  visits: resources(...types),
  judge({ resource, node }, graph) {
    const setting = node.get('public_network_access_enabled');
    if (setting?.flag() !== false) return;
    // a cache within a subnet, and a server that others reach by a managed network
    if (node.has('subnet_id')) return;
    const endpoints = graph.ofType('azurerm_private_endpoint').filter(({ unit }) => unit === resource.unit);
    if (endpoints.length === 0) return;
    const users = graph.to(resource).map(({ from }) => from.type);
    // it may be handed to a module, or out of this one, that makes the endpoint
    if (
      users.some((type) =>
        /^(azurerm_private_endpoint|module|output)$|managed_private_endpoint|shared_private_link/.test(type),
      )
    )
      return;
    // an endpoint whose target cannot be told may be for it
    if (endpoints.some((endpoint) => graph.from(endpoint).every(({ to }) => !types.includes(to.type))))
      return;
    return {
      message: `${resource.address} has its public access off and no private endpoint, so nobody can reach it: add an azurerm_private_endpoint as for the others.`,
      at: setting,
    };
  },
  examples: {
    bad: service(''),
    good: service(endpoint('azurerm_key_vault.shop.id', 'shop')),
  },
});

function endpoint(target: string, name: string): string {
  return `
resource "azurerm_private_endpoint" "${name}" {
  name                = "${name}"
  location            = "westeurope"
  resource_group_name = "shop"
  subnet_id           = "/subscriptions/0b1f/subnet"

  private_service_connection {
    name                           = "${name}"
    private_connection_resource_id = ${target}
    is_manual_connection           = false
  }
}
`;
}

function service(more: string): string {
  return `resource "azurerm_key_vault" "shop" {
  name                          = "acme-shop"
  location                      = "westeurope"
  resource_group_name           = "shop"
  tenant_id                     = "00000000-0000-0000-0000-000000000000"
  sku_name                      = "standard"
  public_network_access_enabled = false
}

resource "azurerm_servicebus_namespace" "orders" {
  name                          = "acme-orders"
  location                      = "westeurope"
  resource_group_name           = "shop"
  sku                           = "Premium"
  public_network_access_enabled = false
}
${endpoint('azurerm_servicebus_namespace.orders.id', 'orders')}${more}`;
}
