import { interfacesOf, interfaceTypes } from '../../graph/azure/network-interfaces.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Machines whose trade it is to pass on what is not for them. */
const routers =
  /(^|[-_.])(fw|firewalls?|nva|nat|router|routing|vpn|gw|gateway|proxy|hub|sdwan|appliance)($|[-_.\d])/i;

export default check({
  id: 'azure/nic-forwards',
  title: 'Network interface that passes on what is not for it',
  dimension: 'security',
  severity: 'low',
  why: 'With IP forwarding a machine takes and sends packets with addresses that are not its own, and so may listen to traffic and speak in the name of others once it is taken over. Only routers and firewalls need it.',
  sameAs: [
    'checkov:CKV_AZURE_118',
    'kics:terraform/azure/network_interfaces_ip_forwarding_enabled',
    'trivy:AZU-0075',
  ],
  controls: ['soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-network/virtual-network-network-interface'],
  visits: resources(...interfaceTypes),
  judge({ resource }, graph) {
    const setting = interfacesOf(resource)
      .map((one) => settingOf(one, ['ip_forwarding_enabled'], ['enable_ip_forwarding'], ['ip_forwarding']))
      .find((one) => one?.node.flag() === true);
    if (!setting || routers.test(resource.name) || routers.test(resource.address)) return;
    // a route that names its address makes it a router
    if (graph.to(resource).some(({ from }) => /^azurerm_route(_table)?$/.test(from.type))) return;
    return {
      message: `${resource.address} passes on packets that are not for it, and no route leads through it: set ${setting.path.join('.')} to false.`,
      at: setting.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${setting.path.join('.')} to false`,
        edits: [{ op: 'replace', node: setting.node, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_network_interface" "worker" {\n  name                  = "worker"\n  location              = "westeurope"\n  resource_group_name   = "shop"\n  ip_forwarding_enabled = true\n\n  ip_configuration {\n    name                          = "internal"\n    private_ip_address_allocation = "Dynamic"\n  }\n}\n',
    good: 'resource "azurerm_network_interface" "firewall" {\n  name                  = "firewall"\n  location              = "westeurope"\n  resource_group_name   = "hub"\n  ip_forwarding_enabled = true\n\n  ip_configuration {\n    name                          = "internal"\n    private_ip_address_allocation = "Dynamic"\n  }\n}\n',
  },
});
