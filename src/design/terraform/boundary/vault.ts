import type { Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';

/** The key that Vault unseals itself with, and who may use it. */
export function vaultParts(place: Place): Part[] {
  const { environment } = place;
  const { name, system } = environment;
  return [
    call(place, 'vault_key', 'kms-key', {
      // its settings in the cluster name this alias
      name: `${name}-${system}-vault`,
      description: `Unseals Vault of ${name}`,
      account_id: raw('local.account_id'),
    }),
    call(place, 'vault', 'identity', {
      name: nameIn(environment, 'vault', 'role'),
      description: 'Unseals Vault',
      cluster_name: raw('module.cluster.name'),
      namespace: 'vault',
      service_account: 'vault',
      statements: [
        {
          actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt'],
          resources: [raw('module.vault_key.arn')],
        },
      ],
    }),
  ];
}
