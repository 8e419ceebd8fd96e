import { everyApp } from '../../graph/azure/apps.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What azurerm had before 3, with the defaults of Azure instead of its own (Disabled). */
const legacy = /^azurerm_(app_service|function_app)(_slot)?$/;

export default check({
  id: 'azure/app-ftp-allowed',
  title: 'Application that is deployed to over FTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Over FTP the password that may replace the code passes in the clear. Deployments by a pipeline need no FTP at all; where people do, FTPS at least encrypts it.',
  sameAs: [
    'checkov:CKV_AZURE_78',
    'kics:terraform/azure/app_service_ftps_enforce_disabled',
    'kics:terraform/azure/function_app_ftps_enforce_disabled',
    'trivy:AZU-0071',
  ],
  controls: ['cis-azure:9.9', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/deploy-ftp'],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    const setting = node.get('site_config', 'ftps_state');
    if (!setting && legacy.test(resource.type))
      return {
        message: `${resource.address} leaves FTP as Azure sets it for this older kind, which is on: set ftps_state in site_config to Disabled.`,
        at: node.get('site_config') ?? node,
        severity: 'low',
      };
    if (setting?.text()?.toLowerCase() !== 'allallowed') return;
    return {
      message: `${resource.address} takes code over FTP, with its password in the clear: set ftps_state to Disabled, or to FtpsOnly where people still need it.`,
      at: setting,
      fix: {
        safety: 'unsafe',
        summary: 'set ftps_state to FtpsOnly (plain FTP is refused)',
        edits: [{ op: 'replace', node: setting, value: 'FtpsOnly' }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_windows_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    ftps_state = "AllAllowed"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_windows_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    ftps_state = "Disabled"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
