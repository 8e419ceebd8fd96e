import { ownKeys } from '../../graph/azure/own-keys.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/own-key-missing',
  title: 'Data encrypted with a key that Microsoft holds',
  dimension: 'security',
  severity: 'info',
  why: 'Azure encrypts all of this with a key of its own, which protects the disk and nothing else: its use is not yours to see or to stop. A key in your vault can be withdrawn, and every use of it is written down; when it is lost, so is the data. It matters where an audit or a contract asks for it.',
  sameAs: [
    'checkov:CKV2_AZURE_1',
    'checkov:CKV2_AZURE_11',
    'checkov:CKV2_AZURE_14',
    'checkov:CKV2_AZURE_15',
    'checkov:CKV2_AZURE_16',
    'checkov:CKV2_AZURE_17',
    'checkov:CKV2_AZURE_22',
    'checkov:CKV_AZURE_100',
    'checkov:CKV_AZURE_117',
    'checkov:CKV_AZURE_186',
    'checkov:CKV_AZURE_201',
    'checkov:CKV_AZURE_240',
    'checkov:CKV_AZURE_76',
    'checkov:CKV_AZURE_93',
    'kics:terraform/azure/aks_disk_encryption_set_id_undefined',
    'trivy:AZU-0060',
    'trivy:AZU-0067',
  ],
  controls: [
    'cis-azure:3.12',
    'cis-azure:7.3',
    'cis-azure:4.1.3',
    'cis-azure:7.4',
    'cis-azure:5.1.3',
    'soc2:CC6.1',
  ],
  sources: ['https://learn.microsoft.com/en-us/azure/security/fundamentals/encryption-models'],
  visits: resources(...Object.keys(ownKeys)),
  judge({ resource, node }, graph) {
    const { inside, apart = [] } = ownKeys[resource.type]!;
    if (inside.some((name) => node.has(name))) return;
    if (apart.some(([type, by]) => companionsOf(graph, resource, type, by).length > 0)) return;
    const how = inside[0] ?? `an ${apart[0]?.[0]}`;
    return {
      message: `${resource.address} is encrypted with a key that Microsoft holds: where you have to hold it yourself, set ${how}.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n\nresource "azurerm_storage_account_customer_managed_key" "invoices" {\n  storage_account_id = azurerm_storage_account.invoices.id\n  key_vault_id       = "/subscriptions/0b1f/vault"\n  key_name           = "invoices"\n}\n',
  },
});
