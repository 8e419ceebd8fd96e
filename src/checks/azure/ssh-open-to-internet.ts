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
  id: 'azure/ssh-open-to-internet',
  title: 'SSH open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'Every address on the internet is scanned for SSH within hours, and keys leak, passwords are guessed and flaws in the server appear. Azure Bastion gives a shell without any open port; otherwise admit the addresses of the office or a VPN only.',
  sameAs: [
    'checkov:CKV_AZURE_10',
    'kics:terraform/azure/sensitive_port_is_exposed_to_entire_network',
    'kics:terraform/azure/ssh_is_exposed_to_the_internet',
    'regula:FG_R00191',
    'trivy:AZU-0050',
  ],
  controls: ['cis-azure:6.2', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/bastion/bastion-overview'],
  visits: securityRules,
  judge(rule, graph) {
    // a rule for all ports is a finding of its own
    if (!isAllowedInbound(rule) || !isAbout(rule, 22) || isAboutAllPorts(rule)) return;
    const [open] = internetSources(rule);
    if (!open || isRefusedEarlier(graph, rule, 22)) return;
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${sourceText(open)} in on port 22 (SSH): use Azure Bastion, or admit only the addresses of your office or VPN.`,
      at: open,
    };
  },
  examples: {
    bad: 'resource "azurerm_network_security_rule" "ssh" {\n  name                        = "ssh"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Tcp"\n  source_port_range           = "*"\n  destination_port_range      = "22"\n  source_address_prefix       = "*"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "admin"\n}\n',
    good: 'resource "azurerm_network_security_rule" "ssh" {\n  name                        = "ssh"\n  priority                    = 100\n  direction                   = "Inbound"\n  access                      = "Allow"\n  protocol                    = "Tcp"\n  source_port_range           = "*"\n  destination_port_range      = "22"\n  source_address_prefix       = "203.0.113.0/24"\n  destination_address_prefix  = "*"\n  resource_group_name         = "shop"\n  network_security_group_name = "admin"\n}\n',
  },
});
