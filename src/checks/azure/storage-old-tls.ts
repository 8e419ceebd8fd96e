import { azurermMajor } from '../../graph/azure/provider-version.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-old-tls',
  title: 'Storage account that accepts old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 have known flaws and were withdrawn by the IETF in 2021; Azure Storage itself ends them. A client that still needs them should be found and mended before the service refuses it.',
  sameAs: [
    'checkov:CKV_AZURE_44',
    'kics:terraform/azure/storage_account_not_using_latest_tls_encryption_version',
    'trivy:AZU-0011',
  ],
  controls: ['cis-azure:3.15', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/storage/common/transport-layer-security-configure-minimum-version',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }, graph) {
    const setting = node.get('min_tls_version');
    // TLS 1.0 was the default of azurerm 2, 1.2 is since 3
    if (!setting && (azurermMajor(graph, resource.unit) ?? 3) >= 3) return;
    const version = setting?.text() ?? 'TLS1_0';
    if (!/^TLS1_[01]$/i.test(version)) return;
    return {
      message: `${resource.address} accepts ${version.replace('_', '.')}, which is broken and withdrawn: set min_tls_version to TLS1_2.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set min_tls_version to TLS1_2 (older clients are refused)',
        edits: [{ op: 'set', in: node, path: ['min_tls_version'], value: 'TLS1_2' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n  min_tls_version          = "TLS1_0"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n  min_tls_version          = "TLS1_2"\n}\n',
  },
});
