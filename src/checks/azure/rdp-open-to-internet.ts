import {
  internetSources,
  isAbout,
  isAboutAllPorts,
  isAllowedInbound,
  isRefusedEarlier,
  securityRules,
  sourceText,
} from '../../graph/azure/security-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/rdp-open-to-internet',
  title: 'Remote Desktop open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'Remote Desktop on an open port is how most ransomware gets in: passwords are guessed around the clock, and its flaws are exploited within days. Azure Bastion shows the desktop through the portal without any open port.',
  sameAs: [
    'checkov:CKV_AZURE_9',
    'kics:terraform/azure/rdp_is_exposed_to_the_internet',
    'kics:terraform/azure/sensitive_port_is_exposed_to_entire_network',
    'regula:FG_R00190',
    'trivy:AZU-0048',
  ],
  controls: ['cis-azure:6.1', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/bastion/bastion-overview'],
  visits: securityRules,
  judge(rule, graph) {
    // a rule for all ports is a finding of its own
    if (!isAllowedInbound(rule) || !isAbout(rule, 3389) || isAboutAllPorts(rule)) return;
    const [open] = internetSources(rule);
    if (!open || isRefusedEarlier(graph, rule, 3389)) return;
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${sourceText(open)} in on port 3389 (Remote Desktop): use Azure Bastion, or admit only the addresses of your office or VPN.`,
      at: open,
    };
  },
  examples: {
    bad: 'resource "azurerm_network_security_group" "desktops" {\n  name                = "desktops"\n  location            = "westeurope"\n  resource_group_name = "shop"\n\n  security_rule {\n    name                       = "rdp"\n    priority                   = 100\n    direction                  = "Inbound"\n    access                     = "Allow"\n    protocol                   = "Tcp"\n    source_port_range          = "*"\n    destination_port_range     = "3389"\n    source_address_prefix      = "Internet"\n    destination_address_prefix = "*"\n  }\n}\n',
    good: 'resource "azurerm_network_security_group" "desktops" {\n  name                = "desktops"\n  location            = "westeurope"\n  resource_group_name = "shop"\n\n  security_rule {\n    name                       = "rdp"\n    priority                   = 100\n    direction                  = "Inbound"\n    access                     = "Allow"\n    protocol                   = "Tcp"\n    source_port_range          = "*"\n    destination_port_range     = "3389"\n    source_address_prefix      = "10.1.0.0/24"\n    destination_address_prefix = "*"\n  }\n}\n',
  },
});
