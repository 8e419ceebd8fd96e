import { everyApp } from '../../graph/azure/apps.ts';
import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-remote-debugging',
  title: 'Application with remote debugging on',
  dimension: 'security',
  severity: 'medium',
  why: 'A debugger may stop the application, read its memory with every secret in it, and run code. It opens ports of its own for that, and is forgotten after the bug is found. Switch it on by hand for an hour where it is needed.',
  sameAs: [
    'checkov:CKV_AZURE_155',
    'checkov:CKV_AZURE_72',
    'kics:terraform/azure/remote_debugging_enabled_app_service',
  ],
  controls: ['pci-dss:2.2.4', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/configure-common'],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['site_config', 'remote_debugging_enabled'],
      ['remote_debugging_enabled'],
      ['site_config', 'remote_debugging'],
    );
    if (setting?.node.flag() !== true) return;
    return {
      message: `${resource.address} lets a debugger in from afar, which may read its memory and run code: set ${setting.path.join('.')} to false.`,
      at: setting.node,
      fix: {
        safety: 'safe',
        summary: `set ${setting.path.join('.')} to false`,
        edits: [{ op: 'replace', node: setting.node, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    remote_debugging_enabled = true\n    remote_debugging_version = "VS2022"\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    remote_debugging_enabled = false\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
