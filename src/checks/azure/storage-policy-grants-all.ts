import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** All that a stored access policy can grant on a share (rwdl) and on a table (raud). Source: Azure Storage, stored access policies. */
const everything: Readonly<Record<string, string>> = {
  azurerm_storage_share: 'rwdl',
  azurerm_storage_table: 'raud',
};

export default check({
  id: 'azure/storage-policy-grants-all',
  title: 'Signature that may do everything',
  dimension: 'security',
  severity: 'low',
  why: 'Every signature made from the policy may also delete, and signatures are copied into scripts and mails. Make one policy for those who read and one for those who write.',
  sameAs: [
    'kics:terraform/azure/storage_share_file_allows_all_acl_permissions',
    'kics:terraform/azure/storage_table_allows_all_acl_permissions',
  ],
  controls: ['soc2:CC6.3'],
  sources: ['https://learn.microsoft.com/en-us/rest/api/storageservices/define-stored-access-policy'],
  visits: resources('azurerm_storage_share', 'azurerm_storage_table'),
  judge({ resource, node }) {
    const all = everything[resource.type]!;
    for (const acl of node.list('acl'))
      for (const policy of acl.list('access_policy')) {
        const permissions = policy.get('permissions');
        const text = permissions?.text() ?? '';
        if (permissions && [...all].every((letter) => text.includes(letter)))
          return {
            message: `A signature made from the policy of ${resource.address} may do everything (${text}), delete included: grant what its clients do.`,
            at: permissions,
          };
      }
    return;
  },
  examples: {
    bad: 'resource "azurerm_storage_share" "reports" {\n  name                 = "reports"\n  storage_account_name = "acmeshop"\n  quota                = 50\n\n  acl {\n    id = "readers"\n\n    access_policy {\n      permissions = "rwdl"\n      start       = "2026-01-01T00:00:00Z"\n      expiry      = "2026-12-31T00:00:00Z"\n    }\n  }\n}\n',
    good: 'resource "azurerm_storage_share" "reports" {\n  name                 = "reports"\n  storage_account_name = "acmeshop"\n  quota                = 50\n\n  acl {\n    id = "readers"\n\n    access_policy {\n      permissions = "r"\n      start       = "2026-01-01T00:00:00Z"\n      expiry      = "2026-12-31T00:00:00Z"\n    }\n  }\n}\n',
  },
});
