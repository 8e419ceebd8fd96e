import {
  internetSources,
  isAboutAllPorts,
  isAllowedInbound,
  isRefusedEarlier,
  portsOf,
  protocolOf,
  securityRules,
  sourceText,
} from '../../graph/azure/security-rules.ts';
import { holdsPort, innerServicesIn, isWide, serviceNames } from '../../graph/terraform/known-ports.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/inner-port-open-to-internet',
  title: 'Port open to the internet that is not for everybody',
  dimension: 'security',
  severity: 'high',
  why: 'Databases, caches, queues and administration ports are made for a trusted network: many ask for no password, and those that do can be asked without end. Admit the application security groups or the subnets of their clients, not the internet.',
  sameAs: [
    'kics:terraform/azure/sensitive_port_is_exposed_to_entire_network',
    'trivy:AZU-0047',
    'trivy:AZU-0074',
  ],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-network/application-security-groups'],
  visits: securityRules,
  judge(rule, graph) {
    // rules for all ports, for SSH and for Remote Desktop are findings of their own
    if (!isAllowedInbound(rule) || isAboutAllPorts(rule) || protocolOf(rule) === 'icmp') return;
    const ranges = portsOf(rule);
    const inner = innerServicesIn({ first: 0, last: 65_535 }).filter(([port]) =>
      ranges.some((range) => holdsPort(range, port)),
    );
    const wide = ranges.find(isWide);
    if (inner.length === 0 && !wide) return;
    const [open] = internetSources(rule);
    if (!open || (!wide && inner.every(([port]) => isRefusedEarlier(graph, rule, port)))) return;
    const ports = wide
      ? `ports ${wide.first} to ${wide.last}`
      : `port${inner.length > 1 ? 's' : ''} ${inner.map(([port]) => port).join(', ')}`;
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${sourceText(open)} in on ${ports}${serviceNames(inner)}: admit the subnets or application security groups of its clients instead of the internet.`,
      at: open,
    };
  },
  examples: {
    bad: 'resource "azurerm_network_security_rule" "redis" {\n  name                        = "redis"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Tcp"\n  source_port_range           = "*"\n  destination_port_range      = "6379"\n  source_address_prefix       = "*"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "cache"\n}\n',
    good: 'resource "azurerm_network_security_rule" "redis" {\n  name                        = "redis"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Tcp"\n  source_port_range           = "*"\n  destination_port_range      = "6379"\n  source_address_prefix       = "VirtualNetwork"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "cache"\n}\n',
  },
});
