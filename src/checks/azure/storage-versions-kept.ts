import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-versions-kept',
  title: 'Old versions of blobs kept for ever',
  dimension: 'cost',
  severity: 'low',
  why: 'With versioning every overwrite leaves the old blob behind, paid like a new one and shown in no listing. An account that is rewritten every night pays for every night. A rule that deletes versions after some weeks ends it.',
  sources: ['https://learn.microsoft.com/en-us/azure/storage/blobs/versioning-overview#pricing-and-billing'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }, graph) {
    const setting = node.get('blob_properties', 'versioning_enabled');
    if (setting?.flag() !== true) return;
    const policies = companionsOf(graph, resource, 'azurerm_storage_management_policy', 'storage_account_id');
    const ends = policies
      .flatMap(({ body }) => body.list('rule'))
      .filter((rule) => rule.flag('enabled') !== false)
      .some((rule) => rule.has('actions', 'version'));
    if (ends) return;
    return {
      message: `${resource.address} keeps every old version of every blob for ever: add an azurerm_storage_management_policy that deletes versions after some weeks.`,
      at: setting,
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n\n  blob_properties {\n    versioning_enabled = true\n  }\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n\n  blob_properties {\n    versioning_enabled = true\n  }\n}\n\nresource "azurerm_storage_management_policy" "invoices" {\n  storage_account_id = azurerm_storage_account.invoices.id\n\n  rule {\n    name    = "versions"\n    enabled = true\n\n    filters {\n      blob_types = ["blockBlob"]\n    }\n\n    actions {\n      version {\n        delete_after_days_since_creation = 90\n      }\n    }\n  }\n}\n',
  },
});
