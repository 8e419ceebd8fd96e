import {
  internetSources,
  isAboutAllPorts,
  isAllowedInbound,
  isRefusedEarlier,
  securityRules,
  sourceText,
} from '../../graph/azure/security-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/all-ports-open-to-internet',
  title: 'Every port open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'A rule for all ports is no rule: whatever listens, an agent, a debugger, a database, is open to everybody from the moment it starts, and nobody notices. Admit the ports that are served, and only from where they are used.',
  sameAs: [
    'checkov:CKV_AZURE_10',
    'checkov:CKV_AZURE_9',
    'kics:terraform/azure/rdp_is_exposed_to_the_internet',
    'kics:terraform/azure/sensitive_port_is_exposed_to_entire_network',
    'kics:terraform/azure/ssh_is_exposed_to_the_internet',
    'regula:FG_R00190',
    'regula:FG_R00191',
    'trivy:AZU-0047',
    'trivy:AZU-0048',
    'trivy:AZU-0050',
    'trivy:AZU-0074',
  ],
  controls: ['cis-azure:6.1', 'cis-azure:6.2', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview'],
  visits: securityRules,
  judge(rule, graph) {
    if (!isAllowedInbound(rule) || !isAboutAllPorts(rule)) return;
    const [open] = internetSources(rule);
    // what matters most is refused before: then the rest was looked at as well
    if (!open || (isRefusedEarlier(graph, rule, 22) && isRefusedEarlier(graph, rule, 3389))) return;
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${sourceText(open)} in on every port, SSH, Remote Desktop and databases among them: admit only the ports that are served, from where they are used.`,
      at: open,
    };
  },
  examples: {
    bad: 'resource "azurerm_network_security_rule" "all" {\n  name                        = "all"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "*"\n  source_port_range           = "*"\n  destination_port_range      = "*"\n  source_address_prefix       = "*"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "api"\n}\n',
    good: 'resource "azurerm_network_security_rule" "https" {\n  name                        = "https"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Tcp"\n  source_port_range           = "*"\n  destination_port_range      = "443"\n  source_address_prefix       = "Internet"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "api"\n}\n',
  },
});
