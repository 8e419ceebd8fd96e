import { isForLogsOrScratch } from '../../graph/azure/storage-accounts.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-deletes-for-good',
  title: 'Storage account that deletes for good',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Without soft delete a blob that a script, a person or ransomware deletes is gone at once, and no backup is made of storage by itself. Kept for some days it can be brought back, for the price of the space. It weighs more in production.',
  sameAs: ['checkov:CKV2_AZURE_38', 'trivy:AZU-0056'],
  controls: ['cis-azure:3.11', 'soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-blob-overview'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || isForLogsOrScratch(resource)) return;
    if (node.text('account_kind') === 'FileStorage') return;
    const policy = node.get('blob_properties', 'delete_retention_policy');
    const days = policy?.get('days');
    if (policy && days?.amount() !== 0) return;
    return {
      message: `What is deleted from ${resource.address} is gone at once: ${policy ? 'set days of its delete_retention_policy' : 'add delete_retention_policy to blob_properties'}.`,
      at: days ?? node.get('blob_properties') ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: 'keep deleted blobs for 14 days (their space is paid)',
        edits: [
          { op: 'set', in: node, path: ['blob_properties', 'delete_retention_policy', 'days'], value: 14 },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n\n  blob_properties {\n    delete_retention_policy {\n      days = 14\n    }\n  }\n}\n',
  },
});
