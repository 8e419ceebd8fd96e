import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/firewall-only-watches',
  title: 'Firewall that lets known attackers through',
  dimension: 'security',
  severity: 'low',
  why: 'Microsoft keeps a list of addresses and names that attacks come from and stolen data goes to. With Alert the firewall writes such traffic down and lets it through; with Deny it refuses it.',
  sameAs: ['checkov:CKV_AZURE_216', 'checkov:CKV_AZURE_220'],
  controls: ['pci-dss:11.5.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/firewall/threat-intel'],
  visits: resources('azurerm_firewall', 'azurerm_firewall_policy'),
  judge({ resource, node }) {
    const isPolicy = resource.type === 'azurerm_firewall_policy';
    // a firewall with a policy takes the setting from there
    if (!isPolicy && node.has('firewall_policy_id')) return;
    if (isPolicy && node.text('sku')?.toLowerCase() === 'basic') return;
    const name = isPolicy ? 'threat_intelligence_mode' : 'threat_intel_mode';
    const mode = node.get(name);
    const text = mode?.text() ?? 'Alert';
    if (text.toLowerCase() === 'deny') return;
    // one that takes its rules from another policy takes this as well
    if (!mode && node.has('base_policy_id')) return;
    return {
      message: `${resource.address} ${text.toLowerCase() === 'off' ? 'does not look whether traffic comes from known attackers' : 'writes down traffic of known attackers and lets it through'}: set ${name} to Deny.`,
      at: mode ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to Deny (traffic of known attackers is refused)`,
        edits: [{ op: 'set', in: node, path: [name], value: 'Deny' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_firewall_policy" "hub" {\n  name                     = "hub"\n  resource_group_name      = "hub"\n  location                 = "westeurope"\n  threat_intelligence_mode = "Alert"\n}\n',
    good: 'resource "azurerm_firewall_policy" "hub" {\n  name                     = "hub"\n  resource_group_name      = "hub"\n  location                 = "westeurope"\n  threat_intelligence_mode = "Deny"\n}\n',
  },
});
