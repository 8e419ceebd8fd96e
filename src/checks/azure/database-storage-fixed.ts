import { isReplica } from '../../graph/azure/databases.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Whether storage grows by itself where nothing is said. Source: Terraform azurerm provider, auto_grow_enabled of each resource. */
const growsByDefault: Readonly<Record<string, boolean>> = {
  azurerm_postgresql_flexible_server: false,
  azurerm_mysql_server: true,
  azurerm_postgresql_server: true,
  azurerm_mariadb_server: true,
};

export default check({
  id: 'azure/database-storage-fixed',
  title: 'Database that stops when its disk is full',
  dimension: 'reliability',
  severity: 'low',
  why: 'When five percent of the disk are left the server takes no more writes, which nobody had planned for that day. With auto-grow Azure enlarges it in time; it cannot be made smaller again, so watch what grows.',
  sources: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-storage'],
  visits: resources(...Object.keys(growsByDefault), 'azurerm_mysql_flexible_server'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || isReplica(node)) return;
    const isMysql = resource.type === 'azurerm_mysql_flexible_server';
    const setting = isMysql ? node.get('storage', 'auto_grow_enabled') : node.get('auto_grow_enabled');
    if (setting ? setting.flag() !== false : (growsByDefault[resource.type] ?? true)) return;
    return {
      message: `${resource.address} takes no more writes once its disk is full: set auto_grow_enabled to true.`,
      at: setting ?? node,
      fix: {
        safety: 'safe',
        summary: 'set auto_grow_enabled to true',
        edits: [
          {
            op: 'set',
            in: node,
            path: isMysql ? ['storage', 'auto_grow_enabled'] : ['auto_grow_enabled'],
            value: true,
          },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_postgresql_flexible_server" "orders" {\n  name                = "acme-orders"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku_name            = "GP_Standard_D2s_v3"\n  storage_mb          = 131072\n}\n',
    good: 'resource "azurerm_postgresql_flexible_server" "orders" {\n  name                = "acme-orders"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  sku_name            = "GP_Standard_D2s_v3"\n  storage_mb          = 131072\n  auto_grow_enabled   = true\n}\n',
  },
});
