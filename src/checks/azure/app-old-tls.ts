import { everyApp } from '../../graph/azure/apps.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-old-tls',
  title: 'Application that accepts old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 have known flaws and were withdrawn by the IETF in 2021; no browser of today uses them. App Service takes 1.2 and newer unless the configuration asks for less.',
  sameAs: [
    'checkov:CKV_AZURE_145',
    'checkov:CKV_AZURE_15',
    'checkov:CKV_AZURE_154',
    'kics:terraform/azure/app_service_not_using_latest_tls_encryption_version',
    'kics:terraform/azure/function_app_not_using_latest_tls_encryption_version',
    'regula:FG_R00347',
    'trivy:AZU-0006',
  ],
  controls: ['cis-azure:9.3', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/app-service/overview-tls',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['site_config', 'minimum_tls_version'],
      ['site_config', 'min_tls_version'],
    );
    const version = setting?.node.amount();
    if (!setting || version === undefined || version >= 1.2) return;
    return {
      message: `${resource.address} accepts TLS ${version.toFixed(1)}, which is broken and withdrawn: set ${setting.path.join('.')} to 1.2.`,
      at: setting.node,
      fix: {
        safety: 'unsafe',
        summary: `set ${setting.path.join('.')} to 1.2 (older clients are refused)`,
        edits: [{ op: 'replace', node: setting.node, value: '1.2' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    minimum_tls_version = "1.0"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    minimum_tls_version = "1.2"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
