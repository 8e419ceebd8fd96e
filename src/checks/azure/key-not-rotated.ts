import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/key-not-rotated',
  title: 'Key that nobody replaces by itself',
  dimension: 'security',
  severity: 'info',
  why: 'The longer one version of a key is used, the more is lost when it leaks. With a rotation policy the vault makes a new version in time, and services that name the key without a version take it up by themselves.',
  controls: ['cis-azure:8.8', 'pci-dss:3.7.4', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation'],
  visits: resources('azurerm_key_vault_key'),
  judge({ resource, node }) {
    const policy = node.get('rotation_policy');
    if (node.has('rotation_policy', 'automatic')) return;
    // with neither date nor policy it is found already, as a key that never expires
    if (!policy && !node.has('expiration_date')) return;
    return {
      message: `${resource.address} ${policy ? 'is rotated only by hand' : 'runs out on a day, and somebody has to make the next version before it'}: add an automatic block to its rotation_policy.`,
      at: policy ?? node,
    };
  },
  examples: {
    bad: key('expire_after = "P1Y"'),
    good: key('expire_after = "P1Y"\n\n    automatic {\n      time_before_expiry = "P30D"\n    }'),
  },
});

function key(policy: string): string {
  return `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = "/subscriptions/0b1f/vault"
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["unwrapKey", "wrapKey"]

  rotation_policy {
    ${policy}
  }
}
`;
}
