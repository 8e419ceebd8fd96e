import { webApps } from '../../graph/azure/apps.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-health-check-missing',
  title: 'Web application whose health nobody asks for',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without a path to ask, App Service sends requests to an instance that hangs for as long as its process lives, and a swap of slots goes through with one that does not work. With one, such an instance gets no requests and is replaced. It weighs more in production.',
  sameAs: ['checkov:CKV_AZURE_213'],
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/monitor-instances-health-check'],
  visits: resources(...webApps),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('site_config', 'health_check_path')) return;
    return {
      message: `An instance of ${resource.address} that hangs keeps getting requests: set health_check_path in site_config to a path that tells whether it works.`,
      at: node.get('site_config') ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {}\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    health_check_path                 = "/healthz"\n    health_check_eviction_time_in_min = 5\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
