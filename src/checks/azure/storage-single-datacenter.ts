import { isForLogsOrScratch } from '../../graph/azure/storage-accounts.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-single-datacenter',
  title: 'Storage account in a single datacenter',
  dimension: 'reliability',
  severity: 'low',
  why: 'LRS keeps three copies in one building: they are unreachable when its zone is, and gone when it burns. ZRS spreads them over three zones for a quarter more; GZRS also keeps one in another region. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_206', 'trivy:AZU-0058'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-redundancy'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || isForLogsOrScratch(resource)) return;
    const type = node.get('account_replication_type');
    if (type?.text()?.toUpperCase() !== 'LRS') return;
    return {
      message: `All copies of ${resource.address} lie in one building: set account_replication_type to ZRS, or to GZRS for what must survive a region.`,
      at: type,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "LRS"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "ZRS"\n}\n',
  },
});
