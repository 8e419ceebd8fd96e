import { flagOf } from '../../graph/azure/settings.ts';
import { accountOf } from '../../graph/azure/storage-accounts.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-container-public',
  title: 'Blob container that everybody can read',
  dimension: 'security',
  severity: 'high',
  why: 'Everything in the container is read without any login by whoever knows or guesses an address, and with access type container it can even be listed. Scanners try account names all day. Serve public files through a static website or a CDN, and hand out signatures for the rest.',
  sameAs: [
    'checkov:CKV_AZURE_34',
    'kics:terraform/azure/storage_container_is_publicly_accessible',
    'regula:FG_R00207',
    'trivy:AZU-0007',
  ],
  controls: ['cis-azure:3.17', 'pci-dss:7.2.1', 'soc2:CC6.1', 'gdpr:32(1)(b)'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-overview'],
  visits: resources('azurerm_storage_container'),
  judge({ resource, node }, graph) {
    const access = node.get('container_access_type');
    const type = access?.text();
    if (!access || !type || type.toLowerCase() === 'private') return;
    // an account may forbid what its containers ask for
    const account = accountOf(graph, resource);
    if (
      account &&
      flagOf(account.body, 'allow_nested_items_to_be_public', 'allow_blob_public_access') === false
    )
      return;
    return {
      message: `${resource.address} lets everybody on the internet ${type === 'container' ? 'list and read' : 'read'} what it holds: set container_access_type to private, and serve what is public through a CDN.`,
      at: access,
      fix: {
        safety: 'unsafe',
        summary: 'set container_access_type to private (readers without a login are refused)',
        edits: [{ op: 'replace', node: access, value: 'private' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_container" "invoices" {\n  name                  = "invoices"\n  storage_account_name  = "acmeshop"\n  container_access_type = "blob"\n}\n',
    good: 'resource "azurerm_storage_container" "invoices" {\n  name                  = "invoices"\n  storage_account_name  = "acmeshop"\n  container_access_type = "private"\n}\n',
  },
});
