import { functionApps, webApps } from '../../graph/azure/apps.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-http2-off',
  title: 'Application without HTTP/2',
  dimension: 'reliability',
  severity: 'info',
  why: 'Over HTTP/1.1 a page with many files opens several connections and waits in a row on each. HTTP/2 sends them through one, which is faster above all on mobile networks, and costs a switch.',
  sameAs: [
    'checkov:CKV_AZURE_18',
    'checkov:CKV_AZURE_67',
    'kics:terraform/azure/app_service_http2_disabled',
    'kics:terraform/azure/function_app_http2_disabled',
    'trivy:AZU-0005',
  ],
  controls: ['cis-azure:9.8'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/configure-common'],
  visits: resources(...webApps, ...functionApps),
  judge({ resource, node }) {
    const setting = node.get('site_config', 'http2_enabled');
    if (setting?.flag() === true) return;
    return {
      message: `${resource.address} speaks HTTP/1.1 only: set http2_enabled in site_config to true.`,
      at: setting ?? node.get('site_config') ?? node,
      fix: {
        safety: 'safe',
        summary: 'set http2_enabled to true',
        edits: [{ op: 'set', in: node, path: ['site_config', 'http2_enabled'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    always_on = true\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    always_on     = true\n    http2_enabled = true\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
