import { namedResources } from '../../graph/cloud-names.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Types whose name becomes a host name of Azure, and so exists once in the world. Storage accounts are told with the buckets of other clouds. */
const globalTypes = new Set([
  'azurerm_app_configuration',
  'azurerm_cosmosdb_account',
  'azurerm_eventhub_namespace',
  'azurerm_key_vault',
  'azurerm_mssql_server',
  'azurerm_mysql_flexible_server',
  'azurerm_postgresql_flexible_server',
  'azurerm_redis_cache',
  'azurerm_servicebus_namespace',
]);

interface Owner extends Subject {
  readonly name: string;
  readonly others: readonly Resource[];
}

const owners: Selector<Owner> = {
  of: 'services whose name is a host name',
  find: (graph) =>
    [...namedResources(graph).values()].flatMap((named) =>
      named
        .filter(({ resource }) => globalTypes.has(resource.type) && resource.unit.environment !== undefined)
        .map(({ resource, node, name }) => ({
          resource,
          node,
          name,
          others: named
            .map((other) => other.resource)
            .filter(
              ({ type, unit }) =>
                type === resource.type && unit.environment !== undefined && unit !== resource.unit,
            ),
        })),
    ),
};

export default check({
  id: 'azure/global-name-taken',
  title: 'One global name for two services',
  dimension: 'functionality',
  severity: 'high',
  why: 'These names become host names of Azure and are shared by all its customers. The environment that is applied first gets the name, the second one fails at apply, after its plan looked right.',
  sources: ['https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-name-rules'],
  visits: owners,
  judge({ resource, name, others }) {
    const other = others.find(
      ({ unit }) => unit.id < resource.unit.id && unit.environment !== resource.unit.environment,
    );
    if (!other) return;
    return {
      message: `${resource.address} is called ${name} in ${resource.unit.environment} and in ${other.unit.environment}, and the name exists once in the world: put the environment into it.`,
      key: name,
    };
  },
  examples: {
    bad: { 'envs/staging/main.tf': vault('acme-shop-vault'), 'envs/prod/main.tf': vault('acme-shop-vault') },
    good: {
      'envs/staging/main.tf': vault('acme-shop-staging'),
      'envs/prod/main.tf': vault('acme-shop-prod'),
    },
  },
});

function vault(name: string): string {
  return `resource "azurerm_key_vault" "shop" {
  name                     = "${name}"
  location                 = "westeurope"
  resource_group_name      = "shop"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
}
`;
}
