import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/key-vault-access-policies',
  title: 'Key vault that keeps its own list of who may do what',
  dimension: 'security',
  severity: 'info',
  why: 'Whoever may write the settings of a vault, a Contributor for one, puts himself on its list and reads every secret. Under roles of Azure that takes the right to assign roles, grants can be limited to one secret, and privileged ones given for an hour.',
  controls: ['cis-azure:8.6', 'pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-access-policy'],
  visits: resources('azurerm_key_vault'),
  judge({ resource, node }) {
    const setting = settingOf(node, ['rbac_authorization_enabled'], ['enable_rbac_authorization'])?.node;
    if (setting?.flag() === true) return;
    // nothing says how it is meant where neither the switch nor a policy stands
    const policy = node.get('access_policy');
    if (!setting && !policy) return;
    return {
      message: `${resource.address} decides by access policies, which every Contributor may change: grant roles, and set rbac_authorization_enabled to true.`,
      at: setting ?? policy!,
    };
  },
  examples: {
    bad: vault(false),
    good: vault(true),
  },
});

function vault(roles: boolean): string {
  return `resource "azurerm_key_vault" "shop" {
  name                       = "acme-shop"
  location                   = "westeurope"
  resource_group_name        = "shop"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  purge_protection_enabled   = true
  rbac_authorization_enabled = ${roles}
}
`;
}
