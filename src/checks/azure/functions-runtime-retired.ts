import { functionAppSlots, functionApps } from '../../graph/azure/apps.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/functions-runtime-retired',
  title: 'Function app on a retired version of Functions',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Versions 2 and 3 of the Functions runtime ended in December 2022, version 1 in September 2026: no patches, no support, and no new languages. Version 4 is the one that is kept.',
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-functions/functions-versions'],
  visits: resources(...functionApps, ...functionAppSlots),
  judge({ resource, node }) {
    const setting = node.get('functions_extension_version') ?? node.get('version');
    const version = /^~?([123])(\.|$)/.exec(setting?.text() ?? '')?.[1];
    if (!setting || version === undefined) return;
    return {
      message: `${resource.address} runs on version ${version} of the Functions runtime, which is retired: set it to ~4 after moving the code.`,
      at: setting,
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_function_app" "mail" {\n  name                        = "acme-mail"\n  resource_group_name         = "shop"\n  location                    = "westeurope"\n  service_plan_id             = var.plan_id\n  https_only                  = true\n  functions_extension_version = "~3"\n\n  site_config {}\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_function_app" "mail" {\n  name                        = "acme-mail"\n  resource_group_name         = "shop"\n  location                    = "westeurope"\n  service_plan_id             = var.plan_id\n  https_only                  = true\n  functions_extension_version = "~4"\n\n  site_config {}\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
