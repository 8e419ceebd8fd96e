import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const receivers = [
  'arm_role_receiver',
  'automation_runbook_receiver',
  'azure_app_push_receiver',
  'azure_function_receiver',
  'email_receiver',
  'event_hub_receiver',
  'itsm_receiver',
  'logic_app_receiver',
  'sms_receiver',
  'voice_receiver',
  'webhook_receiver',
];

export default check({
  id: 'azure/action-group-empty',
  title: 'Action group with nobody in it',
  dimension: 'observability',
  severity: 'medium',
  why: 'Every alert that uses the group fires into nothing, and looks well set up wherever one looks at the alert.',
  controls: ['soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/alerts/action-groups'],
  visits: resources('azurerm_monitor_action_group'),
  judge({ resource, node }) {
    const enabled = node.get('enabled');
    if (enabled?.flag() === false)
      return {
        message: `${resource.address} is switched off, and alerts that use it tell nobody.`,
        at: enabled,
      };
    if (receivers.some((name) => node.has(name))) return;
    return {
      message: `${resource.address} has no receiver, so alerts that use it tell nobody: add one, such as email_receiver or webhook_receiver.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_monitor_action_group" "on_call" {\n  name                = "on-call"\n  resource_group_name = "shop"\n  short_name          = "oncall"\n}\n',
    good: 'resource "azurerm_monitor_action_group" "on_call" {\n  name                = "on-call"\n  resource_group_name = "shop"\n  short_name          = "oncall"\n\n  email_receiver {\n    name          = "on-call"\n    email_address = "on-call@example.com"\n  }\n}\n',
  },
});
