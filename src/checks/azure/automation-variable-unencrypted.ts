import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/automation-variable-unencrypted',
  title: 'Automation variable in the clear',
  dimension: 'security',
  severity: 'low',
  why: 'Whoever may look at the account reads the variable in the portal. An encrypted one is handed to runbooks only, and costs nothing; the switch cannot be changed later.',
  sameAs: ['checkov:CKV_AZURE_73'],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/automation/shared-resources/variables'],
  visits: resources(
    'azurerm_automation_variable_bool',
    'azurerm_automation_variable_datetime',
    'azurerm_automation_variable_int',
    'azurerm_automation_variable_object',
    'azurerm_automation_variable_string',
  ),
  judge({ resource, node }) {
    const setting = node.get('encrypted');
    if (setting?.flag() === true) return;
    // a number or a date is hardly ever a secret
    const mild = !/_(string|object)$/.test(resource.type);
    return {
      message: `Whoever may look at the account reads ${resource.address}: set encrypted to true, if it is anything but a plain setting.`,
      at: setting ?? node,
      ...(mild && { severity: 'info' }),
      fix: {
        safety: 'unsafe',
        summary: 'set encrypted to true (replaces the variable)',
        edits: [{ op: 'set', in: node, path: ['encrypted'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_automation_variable_string" "token" {\n  name                    = "token"\n  resource_group_name     = "shop"\n  automation_account_name = "shop"\n  value                   = random_password.token.result\n}\n\nresource "random_password" "token" {\n  length = 32\n}\n',
    good: 'resource "azurerm_automation_variable_string" "token" {\n  name                    = "token"\n  resource_group_name     = "shop"\n  automation_account_name = "shop"\n  value                   = random_password.token.result\n  encrypted               = true\n}\n\nresource "random_password" "token" {\n  length = 32\n}\n',
  },
});
