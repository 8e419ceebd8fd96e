import { webApps } from '../../graph/azure/apps.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-sleeps',
  title: 'Web application that is unloaded when idle',
  dimension: 'reliability',
  severity: 'low',
  why: 'After twenty minutes without a request the application is unloaded, and the next visitor waits for its whole start. Jobs and timers inside of it stop as well. The plan is paid all the same.',
  sameAs: ['checkov:CKV_AZURE_214'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/configure-common'],
  visits: resources(...webApps),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const setting = node.get('site_config', 'always_on');
    // left out it is on for web apps of today's types
    if (setting?.flag() !== false) return;
    return {
      message: `${resource.address} is unloaded when nobody asks for twenty minutes, and the next visitor waits for its start: set always_on to true (Basic plans and larger).`,
      at: setting,
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    always_on = false\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    always_on = true\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
