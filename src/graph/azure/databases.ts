import type { Node } from '../../model/node.ts';

export const sqlServers = ['azurerm_mssql_server', 'azurerm_sql_server'] as const;

/** Whether a server is a copy that takes its settings from another. @throws Undecided */
export function isReplica(body: Node): boolean {
  return body.text('create_mode')?.toLowerCase() === 'replica';
}

/** Whether a flexible server lives in a subnet of its own, where nothing from the internet reaches it. @throws Undecided */
export function isInSubnet(body: Node): boolean {
  return body.has('delegated_subnet_id');
}
