import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/cosmos-backup-periodic',
  title: 'Cosmos DB whose backups last for hours',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Periodic backups are taken every four hours, two of them are kept, and to restore one a ticket has to be opened with Microsoft before it is overwritten. Continuous backup restores any second of the last seven days, by yourself; that tier costs nothing more to keep. It weighs more in production.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://learn.microsoft.com/en-us/azure/cosmos-db/continuous-backup-restore-introduction'],
  visits: resources('azurerm_cosmosdb_account'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const type = node.get('backup', 'type');
    if (type?.text()?.toLowerCase() === 'continuous') return;
    const hours = node.amount('backup', 'retention_in_hours') ?? 8;
    if (hours >= 7 * 24) return;
    return {
      message: `The backups of ${resource.address} are overwritten after ${hours} hours, and only Microsoft can restore them: add backup with type Continuous.`,
      at: type ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  offer_type                    = "Standard"\n  public_network_access_enabled = false\n}\n',
    good: 'resource "azurerm_cosmosdb_account" "carts" {\n  name                          = "acme-carts"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  offer_type                    = "Standard"\n  public_network_access_enabled = false\n\n  backup {\n    type = "Continuous"\n    tier = "Continuous7Days"\n  }\n}\n',
  },
});
