import { settingOf } from '../../graph/azure/settings.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/eventhub-capacity-fixed',
  title: 'Event hub that refuses what comes too fast',
  dimension: 'reliability',
  severity: 'low',
  why: 'A throughput unit takes a megabyte a second, and what comes beyond is refused, on the day of the sale. Auto-inflate adds units up to a limit that you set; they are paid while they are there.',
  sources: ['https://learn.microsoft.com/en-us/azure/event-hubs/event-hubs-auto-inflate'],
  visits: resources('azurerm_eventhub_namespace'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.text('sku')?.toLowerCase() !== 'standard') return;
    // a cluster of one's own has no units
    if (node.has('dedicated_cluster_id')) return;
    const setting = settingOf(node, ['auto_inflate_enabled']);
    if (setting?.node.flag() === true) return;
    return {
      message: `${resource.address} refuses events beyond ${node.amount('capacity') ?? 1} MB a second: set auto_inflate_enabled with maximum_throughput_units.`,
      at: setting?.node ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_eventhub_namespace" "clicks" {\n  name                          = "acme-clicks"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  sku                           = "Standard"\n  capacity                      = 1\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_eventhub_namespace" "clicks" {\n  name                          = "acme-clicks"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  sku                           = "Standard"\n  capacity                      = 1\n  auto_inflate_enabled          = true\n  maximum_throughput_units      = 8\n  public_network_access_enabled = false\n}\n',
  },
});
