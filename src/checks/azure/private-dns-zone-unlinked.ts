import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/private-dns-zone-unlinked',
  title: 'Private zone that no network asks',
  dimension: 'functionality',
  severity: 'medium',
  why: 'A private zone answers only the networks that it is linked to. Without a link its records are known to nobody, and names lead to public addresses or nowhere.',
  sources: ['https://learn.microsoft.com/en-us/azure/dns/private-dns-virtual-network-links'],
  visits: resources('azurerm_private_dns_zone'),
  judge({ resource }, graph) {
    const type = 'azurerm_private_dns_zone_virtual_network_link';
    if (companionsOf(graph, resource, type, 'private_dns_zone_name').length > 0) return;
    if (companionsOf(graph, resource, type, 'private_dns_zone_id').length > 0) return;
    const users = graph.to(resource).map(({ from }) => from.type);
    // whoever it is handed to may link it
    if (users.some((user) => /^(output|module)$/.test(user))) return;
    // a resolver asks zones in its own way
    if (graph.ofType('azurerm_private_dns_resolver').length > 0) return;
    return {
      message: `No network asks ${resource.address}, so its records are known to nobody: add an azurerm_private_dns_zone_virtual_network_link.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_private_dns_zone" "shop" {\n  name                = "shop.internal"\n  resource_group_name = "shop"\n}\n',
    good: 'resource "azurerm_private_dns_zone" "shop" {\n  name                = "shop.internal"\n  resource_group_name = "shop"\n}\n\nresource "azurerm_private_dns_zone_virtual_network_link" "shop" {\n  name                  = "shop"\n  resource_group_name   = "shop"\n  private_dns_zone_name = azurerm_private_dns_zone.shop.name\n  virtual_network_id    = "/subscriptions/0b1f/network"\n}\n',
  },
});
