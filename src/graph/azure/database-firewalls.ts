import type { Node } from '../../model/node.ts';
import { type AddressRange, parseRange } from '../network/ranges.ts';
import { resources, type Selector, type Subject } from '../selector.ts';

export type FirewallRule = Subject;

/** Rules of the firewalls that databases and caches have of their own. */
export const firewallRules: Selector<FirewallRule> = resources(
  'azurerm_mssql_firewall_rule',
  'azurerm_sql_firewall_rule',
  'azurerm_mysql_firewall_rule',
  'azurerm_mysql_flexible_server_firewall_rule',
  'azurerm_mariadb_firewall_rule',
  'azurerm_postgresql_firewall_rule',
  'azurerm_postgresql_flexible_server_firewall_rule',
  'azurerm_redis_firewall_rule',
  'azurerm_synapse_firewall_rule',
  'azurerm_cosmosdb_postgresql_firewall_rule',
  'azurerm_mongo_cluster_firewall_rule',
);

/** The addresses that a rule admits; `undefined` where they are none. @throws Undecided */
export function rangeOf(rule: Node): AddressRange | undefined {
  const first = addressOf(rule.text('start_ip_address') ?? rule.text('start_ip'));
  const last = addressOf(rule.text('end_ip_address') ?? rule.text('end_ip'));
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

function addressOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseRange(text.includes('/') ? text : `${text}/32`)?.first;
}
