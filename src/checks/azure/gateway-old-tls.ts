import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Ready-made policies that still take TLS 1.0 or 1.1. Source: Application Gateway, TLS policy overview. */
const oldPolicies = /^AppGwSslPolicy(20150501|20170401)$/i;

/** Triple DES, broken by birthday attacks. Source: CVE-2016-2183 (Sweet32). */
const weakCipher = /3DES/;

export default check({
  id: 'azure/gateway-old-tls',
  title: 'Application gateway that accepts old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 have known flaws and were withdrawn by the IETF in 2021; no browser of today uses them.',
  sameAs: ['checkov:CKV_AZURE_218'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/application-gateway/application-gateway-ssl-policy-overview',
  ],
  visits: resources('azurerm_application_gateway'),
  judge({ resource, node }) {
    const policies = [
      ...node.list('ssl_policy'),
      ...node.list('ssl_profile').flatMap((one) => one.list('ssl_policy')),
    ];
    for (const policy of policies) {
      const name = policy.get('policy_name');
      if (name && oldPolicies.test(name.text() ?? ''))
        return {
          message: `${resource.address} uses ${name.text()}, which takes TLS 1.0: use AppGwSslPolicy20220101.`,
          at: name,
        };
      const version = policy.get('min_protocol_version');
      if (version && /^TLSv1_[01]$/i.test(version.text() ?? ''))
        return {
          message: `${resource.address} takes ${version.text()?.replace('_', '.')}: set min_protocol_version to TLSv1_2.`,
          at: version,
        };
      const off = policy.list('disabled_protocols').map((protocol) => protocol.text());
      if (off.length > 0 && !(off.includes('TLSv1_0') && off.includes('TLSv1_1')))
        return {
          message: `${resource.address} leaves ${off.includes('TLSv1_0') ? 'TLSv1.1' : 'TLSv1.0'} on: name both TLSv1_0 and TLSv1_1 in disabled_protocols, or take a policy of 2022.`,
          at: policy.get('disabled_protocols')!,
        };
      const weak = policy.list('cipher_suites').find((suite) => weakCipher.test(suite.text() ?? ''));
      if (weak)
        return {
          message: `${resource.address} takes the cipher ${weak.text()}, whose blocks are so short that a long connection gives itself away: take it out of cipher_suites.`,
          at: weak,
        };
    }
    return;
  },
  examples: {
    bad: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n\n  ssl_policy {\n    policy_type = "Predefined"\n    policy_name = "AppGwSslPolicy20150501"\n  }\n}\n',
    good: 'resource "azurerm_application_gateway" "shop" {\n  name                = "shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n\n  ssl_policy {\n    policy_type = "Predefined"\n    policy_name = "AppGwSslPolicy20220101"\n  }\n}\n',
  },
});
