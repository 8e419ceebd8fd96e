import { partsOf } from '../../graph/azure/storage-accounts.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-queue-logs-missing',
  title: 'Queues whose use nobody writes down',
  dimension: 'observability',
  severity: 'low',
  why: 'When messages vanish or a key was stolen, the log of the queue service tells who read and deleted what. It is written only where logging, or a diagnostic setting for the queue service, says so.',
  sameAs: ['checkov:CKV_AZURE_33', 'trivy:AZU-0009', 'trivy:AZU-0057'],
  controls: ['cis-azure:3.5', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/queues/monitor-queue-storage'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    const properties = node.get('queue_properties');
    // an account without queues has nothing to write down
    if (!properties && partsOf(graph, resource, 'azurerm_storage_queue').length === 0) return;
    const logging = properties?.get('logging');
    if (logging && ['read', 'write', 'delete'].every((name) => logging.flag(name) === true)) return;
    const settings = graph.to(resource).map(({ from }) => from);
    if (
      settings.some(({ type }) =>
        /^azurerm_(monitor_diagnostic_setting|storage_account_queue_properties)$/.test(type),
      )
    )
      return;
    return {
      message: `Nobody can tell who read or deleted messages in the queues of ${resource.address}: add a diagnostic setting for its queue service, or logging to queue_properties.`,
      at: logging ?? properties ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "orders" {\n  name                     = "acmeorders"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n\nresource "azurerm_storage_queue" "orders" {\n  name                 = "orders"\n  storage_account_name = azurerm_storage_account.orders.name\n}\n',
    good: 'resource "azurerm_storage_account" "orders" {\n  name                     = "acmeorders"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n\n  queue_properties {\n    logging {\n      read                  = true\n      write                 = true\n      delete                = true\n      version               = "1.0"\n      retention_policy_days = 30\n    }\n  }\n}\n\nresource "azurerm_storage_queue" "orders" {\n  name                 = "orders"\n  storage_account_name = azurerm_storage_account.orders.name\n}\n',
  },
});
