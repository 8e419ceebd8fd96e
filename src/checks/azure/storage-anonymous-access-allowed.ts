import { azurermMajor } from '../../graph/azure/provider-version.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-anonymous-access-allowed',
  title: 'Storage account whose containers may be made public',
  dimension: 'security',
  severity: 'low',
  why: 'While the account allows it, whoever may change one container can open it to everybody, by a click and without anybody noticing. The switch on the account forbids it for all of them. It was on by default in azurerm 3 and 4.',
  sameAs: ['checkov:CKV_AZURE_190', 'checkov:CKV2_AZURE_47', 'kics:terraform/azure/public_storage_account'],
  controls: ['cis-azure:3.17', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }, graph) {
    const setting = settingOf(node, ['allow_nested_items_to_be_public'], ['allow_blob_public_access']);
    if (setting) {
      if (setting.node.flag() !== true) return;
      return {
        message: `${resource.address} allows that its containers are opened to everybody: set ${setting.path.join('.')} to false.`,
        at: setting.node,
        severity: 'medium',
        fix: {
          safety: 'unsafe',
          summary: `set ${setting.path.join('.')} to false (public containers become private)`,
          edits: [{ op: 'replace', node: setting.node, value: false }],
        },
      };
    }
    const major = azurermMajor(graph, resource.unit);
    if (major !== 3 && major !== 4) return;
    return {
      message: `${resource.address} allows that its containers are opened to everybody, as azurerm ${major} does by default: set allow_nested_items_to_be_public to false.`,
      fix: {
        safety: 'unsafe',
        summary: 'set allow_nested_items_to_be_public to false (public containers become private)',
        edits: [{ op: 'set', in: node, path: ['allow_nested_items_to_be_public'], value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                            = "acmeinvoices"\n  resource_group_name             = "shop"\n  location                        = "westeurope"\n  account_tier                    = "Standard"\n  account_replication_type        = "GZRS"\n  allow_nested_items_to_be_public = true\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                            = "acmeinvoices"\n  resource_group_name             = "shop"\n  location                        = "westeurope"\n  account_tier                    = "Standard"\n  account_replication_type        = "GZRS"\n  allow_nested_items_to_be_public = false\n}\n',
  },
});
