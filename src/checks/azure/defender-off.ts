import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/defender-off',
  title: 'Defender for Cloud switched off',
  dimension: 'security',
  severity: 'low',
  why: 'In the Free tier nobody looks for guessed passwords, stolen tokens or malware in what the subscription runs. Defender is paid by what it looks at, so it need not be on for what you do not have.',
  sameAs: [
    'checkov:CKV_AZURE_19',
    'checkov:CKV_AZURE_234',
    'checkov:CKV_AZURE_55',
    'checkov:CKV_AZURE_61',
    'checkov:CKV_AZURE_69',
    'checkov:CKV_AZURE_79',
    'checkov:CKV_AZURE_84',
    'checkov:CKV_AZURE_85',
    'checkov:CKV_AZURE_86',
    'checkov:CKV_AZURE_87',
    'kics:terraform/azure/security_center_pricing_tier_is_not_standard',
    'trivy:AZU-0045',
  ],
  controls: [
    'cis-azure:2.1.1',
    'cis-azure:2.1.2',
    'cis-azure:2.1.3',
    'cis-azure:2.1.4',
    'cis-azure:2.1.5',
    'cis-azure:2.1.6',
    'cis-azure:2.1.7',
    'cis-azure:2.1.8',
    'cis-azure:2.1.9',
    'cis-azure:2.1.10',
    'cis-azure:2.1.11',
    'pci-dss:11.5.1',
    'soc2:CC7.2',
  ],
  sources: ['https://learn.microsoft.com/en-us/azure/defender-for-cloud/defender-for-cloud-introduction'],
  visits: resources('azurerm_security_center_subscription_pricing'),
  judge({ resource, node }) {
    const tier = node.get('tier');
    if (tier?.text()?.toLowerCase() !== 'free') return;
    const what = node.text('resource_type') ?? 'VirtualMachines';
    return {
      message: `${resource.address} leaves Defender off for ${what}: set tier to Standard, if the subscription has any.`,
      at: tier,
      fix: {
        safety: 'unsafe',
        summary: 'set tier to Standard (is paid by what it looks at)',
        edits: [{ op: 'replace', node: tier, value: 'Standard' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Free"\n  resource_type = "KeyVaults"\n}\n',
    good: 'resource "azurerm_security_center_subscription_pricing" "vaults" {\n  tier          = "Standard"\n  resource_type = "KeyVaults"\n}\n',
  },
});
