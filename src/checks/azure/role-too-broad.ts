import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** Built-in roles that may do everything, or give that right to themselves. Source: Azure built-in roles. */
const broad: Readonly<Record<string, 'high' | 'medium'>> = {
  owner: 'high',
  'user access administrator': 'high',
  'role based access control administrator': 'high',
  contributor: 'medium',
};

const ids: Readonly<Record<string, string>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'owner',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': 'user access administrator',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': 'role based access control administrator',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'contributor',
};

export default check({
  id: 'azure/role-too-broad',
  title: 'Role over a whole subscription',
  dimension: 'security',
  severity: 'high',
  why: 'Whoever takes over this identity takes over every resource of the subscription, and with Owner or User Access Administrator also decides who else may. Give a role that fits the task, at the resource group or the resource it is about.',
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://learn.microsoft.com/en-us/azure/role-based-access-control/best-practices'],
  visits: resources('azurerm_role_assignment'),
  judge({ resource, node }) {
    const name = node.get('role_definition_name');
    const id = node.get('role_definition_id');
    const role =
      name?.text()?.toLowerCase() ?? (id && ids[id.text()?.split('/').at(-1)?.toLowerCase() ?? '']);
    const severity = role === undefined ? undefined : broad[role];
    if (!severity || role === undefined) return;
    // a condition limits which roles may be given on
    if (node.has('condition')) return;
    const scope = node.peek('scope');
    const over = scope && breadthOf(scope);
    if (!over) return;
    return {
      message: `${resource.address} gives ${role.replace(/\b\w/g, (letter) => letter.toUpperCase())} over ${over}, so whoever takes over that identity has all of it: give a narrower role, at the resource group or resource that it is about.`,
      at: name ?? id ?? node,
      severity,
    };
  },
  examples: {
    bad: 'data "azurerm_subscription" "current" {}\n\nresource "azurerm_role_assignment" "pipeline" {\n  scope                = data.azurerm_subscription.current.id\n  role_definition_name = "Owner"\n  principal_id         = var.pipeline_id\n}\n\nvariable "pipeline_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_resource_group" "shop" {\n  name     = "shop"\n  location = "westeurope"\n}\n\nresource "azurerm_role_assignment" "pipeline" {\n  scope                = azurerm_resource_group.shop.id\n  role_definition_name = "Contributor"\n  principal_id         = var.pipeline_id\n}\n\nvariable "pipeline_id" {\n  type = string\n}\n',
  },
});

/** What lies below a scope, where that is a whole subscription or more; also where only its reference is known. */
function breadthOf(scope: Node): string | undefined {
  const { content } = scope;
  if (typeof content === 'string') {
    if (/^\/subscriptions\/[^/]+\/?$/i.test(content)) return 'a whole subscription';
    if (content === '/') return 'the whole tenant';
    return /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i.test(content)
      ? 'a management group'
      : undefined;
  }
  if (!(content instanceof Unknown)) return undefined;
  // an id that is put together, as "${data.azurerm_subscription.current.id}/resourceGroups/shop", is of something narrower
  const written = scope.file.text.slice(scope.start, scope.end).trim();
  if (/^"?(\$\{)?data\.azurerm_subscription\.\w+(\[[^\]]*\])?\.id\}?"?$/.test(written))
    return 'a whole subscription';
  return /^"?(\$\{)?(data\.)?azurerm_management_group\.\w+(\[[^\]]*\])?\.id\}?"?$/.test(written)
    ? 'a management group'
    : undefined;
}
