import { everyApp, kindOf } from '../../graph/azure/apps.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-plain-http',
  title: 'Application that answers plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Over HTTP, session cookies, tokens and function keys pass through every network on the way as they are. With https_only App Service sends such requests on to HTTPS by itself; the certificate for its own domain is there already.',
  sameAs: [
    'checkov:CKV_AZURE_14',
    'checkov:CKV_AZURE_153',
    'checkov:CKV_AZURE_70',
    'kics:terraform/azure/web_app_accepting_traffic_other_than_https',
    'regula:FG_R00346',
    'trivy:AZU-0004',
    'trivy:AZU-0072',
  ],
  controls: ['cis-azure:9.2', 'pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/configure-ssl-bindings'],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    const setting = node.get('https_only');
    if (setting?.flag() === true) {
      const required = node.get('auth_settings_v2', 'require_https');
      if (required?.flag() !== false) return;
      return {
        message: `${resource.address} asks for HTTPS everywhere but where it signs people in: take require_https = false out.`,
        at: required,
      };
    }
    return {
      message: `The ${kindOf(resource.type)} ${resource.address} answers plain HTTP, so cookies and tokens can be read on the way: set https_only to true.`,
      at: setting ?? node,
      fix: {
        safety: 'safe',
        summary: 'set https_only to true',
        edits: [{ op: 'set', in: node, path: ['https_only'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n\n  site_config {\n    health_check_path = "/healthz"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    health_check_path = "/healthz"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
