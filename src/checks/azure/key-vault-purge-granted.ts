import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check, type Fault } from '../check.ts';

const kinds = ['key_permissions', 'secret_permissions', 'certificate_permissions'];

export default check({
  id: 'azure/key-vault-purge-granted',
  title: 'Access policy that allows to erase for good',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Purge empties the bin before its time: with it a mistake or a stolen login erases keys, and all that they encrypt, for ever. Applications read, people restore; nobody needs to purge in daily work.',
  controls: ['cis-azure:8.5', 'soc2:CC6.3'],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview'],
  visits: resources('azurerm_key_vault', 'azurerm_key_vault_access_policy'),
  judge({ resource, node }, graph): readonly Fault[] {
    const vaults = graph.from(resource).filter(({ to }) => to.type === 'azurerm_key_vault');
    // purge protection refuses it, whoever may
    if (
      [node, ...vaults.map(({ to }) => to.body)].some((one) => one.flag('purge_protection_enabled') === true)
    )
      return [];
    const policies = resource.type === 'azurerm_key_vault' ? node.list('access_policy') : [node];
    return policies.flatMap((policy, index) => {
      const purge = kinds
        .flatMap((kind) => policy.list(kind))
        .find((permission) => permission.text()?.toLowerCase() === 'purge');
      if (!purge || isDeployer(policy)) return [];
      return [
        {
          message: `A policy of ${resource.address} allows to erase for good (Purge): take it out, and switch purge_protection_enabled on.`,
          at: purge,
          key: String(index),
        },
      ];
    });
  },
  examples: {
    bad: 'resource "azurerm_key_vault_access_policy" "shop" {\n  key_vault_id       = "/subscriptions/0b1f/vault"\n  tenant_id          = "00000000-0000-0000-0000-000000000000"\n  object_id          = "00000000-0000-0000-0000-000000000001"\n  secret_permissions = ["Get", "List", "Purge"]\n}\n',
    good: 'resource "azurerm_key_vault_access_policy" "shop" {\n  key_vault_id       = "/subscriptions/0b1f/vault"\n  tenant_id          = "00000000-0000-0000-0000-000000000000"\n  object_id          = "00000000-0000-0000-0000-000000000001"\n  secret_permissions = ["Get", "List"]\n}\n',
  },
});

/** Terraform itself purges what it destroys, and asks for the right to. */
function isDeployer(policy: Node): boolean {
  const content = policy.peek('object_id')?.content;
  return (
    content instanceof Unknown &&
    content.references.some((address) => address.includes('data.azurerm_client_config.'))
  );
}
