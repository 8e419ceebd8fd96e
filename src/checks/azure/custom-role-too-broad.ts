import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Actions by which who has them gives himself every other. Source: Azure permissions, Microsoft.Authorization. */
const escalating = /^Microsoft\.Authorization\/(\*|\*\/write|role(Assignments|Definitions)\/(write|\*))$/i;

export default check({
  id: 'azure/custom-role-too-broad',
  title: 'Custom role that may do everything',
  dimension: 'security',
  severity: 'high',
  why: 'A role with the action * is Owner under another name, which no review of owners finds, and one that may write role assignments becomes it in one step. List the actions that the task takes.',
  sameAs: [
    'checkov:CKV_AZURE_39',
    'kics:terraform/azure/role_definition_allows_custom_role_creation',
    'regula:FG_R00288',
    'trivy:AZU-0030',
    'trivy:AZU-0052',
  ],
  controls: ['cis-azure:1.22', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles'],
  visits: resources('azurerm_role_definition'),
  judge({ resource, node }) {
    for (const permissions of node.list('permissions')) {
      const actions = permissions.list('actions');
      const refused = permissions.list('not_actions').map((action) => action.text() ?? '');
      const all = actions.find((action) => action.text() === '*');
      if (all && !refused.some((action) => /^Microsoft\.Authorization\/\*/i.test(action)))
        return {
          message: `${resource.address} may do everything (*), like Owner under another name: list the actions that its task takes.`,
          at: all,
        };
      if (refused.some((action) => escalating.test(action))) continue;
      const step = actions.find((action) => escalating.test(action.text() ?? ''));
      if (step)
        return {
          message: `Whoever has ${resource.address} may give himself any role (${step.text()}): take that action out.`,
          at: step,
        };
    }
    return;
  },
  examples: {
    bad: 'resource "azurerm_role_definition" "operator" {\n  name  = "operator"\n  scope = "/subscriptions/00000000-0000-0000-0000-000000000001"\n\n  permissions {\n    actions     = ["*"]\n    not_actions = []\n  }\n}\n',
    good: 'resource "azurerm_role_definition" "operator" {\n  name  = "operator"\n  scope = "/subscriptions/00000000-0000-0000-0000-000000000001"\n\n  permissions {\n    actions     = ["Microsoft.Compute/virtualMachines/restart/action"]\n    not_actions = []\n  }\n}\n',
  },
});
