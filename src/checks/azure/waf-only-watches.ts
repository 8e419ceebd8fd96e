import { settingOf } from '../../graph/azure/settings.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/waf-only-watches',
  title: 'Web application firewall that lets attacks through',
  dimension: 'security',
  severity: 'medium',
  why: 'In Detection mode the firewall writes down what it would refuse and lets it through. That is right for the first weeks, to find what it takes for an attack and is none, and is then forgotten.',
  sameAs: ['checkov:CKV_AZURE_122', 'checkov:CKV_AZURE_123'],
  controls: ['pci-dss:6.4.2', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/web-application-firewall/ag/policy-overview'],
  visits: resources(
    'azurerm_web_application_firewall_policy',
    'azurerm_frontdoor_firewall_policy',
    'azurerm_cdn_frontdoor_firewall_policy',
    'azurerm_application_gateway',
  ),
  judge({ resource, node }) {
    const enabled = settingOf(node, ['policy_settings', 'enabled'], ['enabled'])?.node;
    if (enabled?.flag() === false)
      return { message: `${resource.address} is switched off: set enabled to true.`, at: enabled };
    const mode = settingOf(
      node,
      ['policy_settings', 'mode'],
      ['waf_configuration', 'firewall_mode'],
      ['mode'],
    )?.node;
    if (mode?.text()?.toLowerCase() !== 'detection') return;
    return {
      message: `${resource.address} writes attacks down and lets them through: set the mode to Prevention once its log shows no false alarms.`,
      at: mode,
      ...(isNonProduction(resource) && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: 'set the mode to Prevention (what looks like an attack is refused)',
        edits: [{ op: 'replace', node: mode, value: 'Prevention' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_cdn_frontdoor_firewall_policy" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  sku_name            = "Premium_AzureFrontDoor"\n  mode                = "Detection"\n}\n',
    good: 'resource "azurerm_cdn_frontdoor_firewall_policy" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  sku_name            = "Premium_AzureFrontDoor"\n  mode                = "Prevention"\n}\n',
  },
});
