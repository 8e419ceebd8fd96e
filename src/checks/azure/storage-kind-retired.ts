import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-kind-retired',
  title: 'Storage account of an old kind',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'General-purpose version 1 and blob-only accounts were retired in October 2026: they know no lifecycle rules or zones, and Azure turns them into version 2, at its own prices, when it likes. The change is made in place.',
  sources: [
    'https://learn.microsoft.com/en-us/azure/storage/common/general-purpose-version-1-account-migration-overview',
  ],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }) {
    const kind = node.get('account_kind');
    if (!kind || !/^(Storage|BlobStorage)$/.test(kind.text() ?? '')) return;
    return {
      message: `${resource.address} is of the retired kind ${kind.text()}: set account_kind to StorageV2.`,
      at: kind,
      fix: {
        safety: 'unsafe',
        summary: 'set account_kind to StorageV2 (its prices differ)',
        edits: [{ op: 'replace', node: kind, value: 'StorageV2' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_kind             = "BlobStorage"\n  account_replication_type = "GRS"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_kind             = "StorageV2"\n  account_replication_type = "GRS"\n}\n',
  },
});
