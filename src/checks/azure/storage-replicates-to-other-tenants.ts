import { azurermMajor } from '../../graph/azure/provider-version.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-replicates-to-other-tenants',
  title: 'Storage account that may be copied into another company',
  dimension: 'security',
  severity: 'low',
  why: 'Object replication copies whole containers as they change. While it may cross tenants, whoever may write a policy on the account sends its data to a directory that is not yours, with no download that anybody would notice.',
  controls: ['cis-azure:3.16', 'soc2:CC6.7'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/storage/blobs/object-replication-prevent-cross-tenant-policies',
  ],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }, graph) {
    const setting = node.get('cross_tenant_replication_enabled');
    // on by default in azurerm 3 only
    if (setting ? setting.flag() !== true : azurermMajor(graph, resource.unit) !== 3) return;
    return {
      message: `${resource.address} may be replicated into other tenants${setting ? '' : ', as azurerm 3 allows by default'}: set cross_tenant_replication_enabled to false.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set cross_tenant_replication_enabled to false (replication to other tenants ends)',
        edits: [{ op: 'set', in: node, path: ['cross_tenant_replication_enabled'], value: false }],
      },
    };
  },
  examples: {
    bad: account(true),
    good: account(false),
  },
});

function account(crosses: boolean): string {
  return `resource "azurerm_storage_account" "invoices" {
  name                             = "acmeinvoices"
  resource_group_name              = "shop"
  location                         = "westeurope"
  account_tier                     = "Standard"
  account_replication_type         = "GZRS"
  cross_tenant_replication_enabled = ${crosses}
}
`;
}
