import {
  internetSources,
  isAllowedInbound,
  portsOf,
  protocolOf,
  securityRules,
  sourceText,
} from '../../graph/azure/security-rules.ts';
import { check } from '../check.ts';

/** Services that answer a small question with a large answer, to whatever address the question claims to come from. Source: US-CERT TA14-017A. */
const amplifiers: Readonly<Record<number, string>> = {
  17: 'QOTD',
  19: 'CharGen',
  53: 'DNS',
  69: 'TFTP',
  111: 'portmapper',
  123: 'NTP',
  137: 'NetBIOS',
  161: 'SNMP',
  389: 'LDAP',
  520: 'RIP',
  1900: 'SSDP',
  3389: 'Remote Desktop',
  5353: 'mDNS',
  11211: 'memcached',
};

export default check({
  id: 'azure/udp-open-to-internet',
  title: 'UDP service that attacks others for strangers',
  dimension: 'security',
  severity: 'medium',
  why: 'Whoever sends these services a small question in the name of a victim makes them send a large answer there. The machine then takes part in attacks, its bandwidth is gone, and Azure may cut it off. Admit the clients only.',
  sameAs: [
    'checkov:CKV_AZURE_77',
    'kics:terraform/azure/sensitive_port_is_exposed_to_entire_network',
    'kics:terraform/azure/udp_services_not_restricted_from_internet',
  ],
  controls: ['cis-azure:6.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://www.cisa.gov/news-events/alerts/2014/01/17/udp-based-amplification-attacks'],
  visits: securityRules,
  judge(rule) {
    // of rules for every protocol the findings about their TCP ports tell
    if (!isAllowedInbound(rule) || protocolOf(rule) !== 'udp') return;
    const ranges = portsOf(rule);
    const named = Object.keys(amplifiers)
      .map(Number)
      .filter((port) => ranges.some(({ first, last }) => first <= port && port <= last));
    if (named.length === 0) return;
    const [open] = internetSources(rule);
    if (!open) return;
    const names = named.slice(0, 3).map((port) => amplifiers[port]);
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${sourceText(open)} in over UDP on ports of ${names.join(', ')}${named.length > 3 ? ' and more' : ''}, which are used to attack others: admit only its clients.`,
      at: open,
    };
  },
  examples: {
    bad: 'resource "azurerm_network_security_rule" "snmp" {\n  name                        = "snmp"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Udp"\n  source_port_range           = "*"\n  destination_port_range      = "161"\n  source_address_prefix       = "*"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "printers"\n}\n',
    good: 'resource "azurerm_network_security_rule" "snmp" {\n  name                        = "snmp"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Udp"\n  source_port_range           = "*"\n  destination_port_range      = "161"\n  source_address_prefix       = "10.0.8.0/24"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "printers"\n}\n',
  },
});
