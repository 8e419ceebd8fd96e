import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/private-endpoint-without-dns',
  title: 'Private endpoint that no name leads to',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Clients ask for the public name of the service, and without a record in a private zone they get its public address, where they are refused. The zone group writes the record and keeps it right when the address changes.',
  sources: ['https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-dns'],
  visits: resources('azurerm_private_endpoint'),
  judge({ resource, node }, graph) {
    if (node.has('private_dns_zone_group')) return;
    // a service of somebody else has a name of its own
    if (node.has('private_service_connection', 'private_connection_resource_alias')) return;
    const types = [...graph.types];
    // records that are written by hand, or by a policy of Azure
    if (types.some((type) => /^azurerm_(private_dns_a_record|\w*policy_assignment)$|^azapi_/.test(type)))
      return;
    // where the root makes no zone, the names are looked after elsewhere
    const zones = ['azurerm_private_dns_zone', 'data.azurerm_private_dns_zone'].flatMap((type) =>
      graph.ofType(type),
    );
    if (!zones.some(({ unit }) => unit === resource.unit)) return;
    // a service of one's own behind a load balancer has whatever name one gives it
    if (graph.from(resource).some(({ to }) => to.type === 'azurerm_private_link_service')) return;
    return {
      message: `No name leads to ${resource.address}, so clients still go to the public address of the service: add a private_dns_zone_group.`,
    };
  },
  examples: {
    bad: endpoint(''),
    good: endpoint(
      '\n  private_dns_zone_group {\n    name                 = "vault"\n    private_dns_zone_ids = [azurerm_private_dns_zone.vault.id]\n  }\n',
    ),
  },
});

function endpoint(group: string): string {
  return `resource "azurerm_private_dns_zone" "vault" {
  name                = "privatelink.vaultcore.azure.net"
  resource_group_name = "shop"
}

resource "azurerm_private_dns_zone_virtual_network_link" "vault" {
  name                  = "shop"
  resource_group_name   = "shop"
  private_dns_zone_name = azurerm_private_dns_zone.vault.name
  virtual_network_id    = "/subscriptions/0b1f/network"
}

resource "azurerm_private_endpoint" "vault" {
  name                = "vault"
  location            = "westeurope"
  resource_group_name = "shop"
  subnet_id           = "/subscriptions/0b1f/subnet"

  private_service_connection {
    name                           = "vault"
    private_connection_resource_id = "/subscriptions/0b1f/vault"
    is_manual_connection           = false
  }
${group}}
`;
}
