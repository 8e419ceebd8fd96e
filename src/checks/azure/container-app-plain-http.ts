import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/container-app-plain-http',
  title: 'Container app that answers plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Cookies, tokens and data pass through every network on the way as they are. Container Apps send such requests on to HTTPS by themselves, unless they are told to allow them.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://learn.microsoft.com/en-us/azure/container-apps/ingress-overview'],
  visits: resources('azurerm_container_app'),
  judge({ resource, node }) {
    const setting = node.get('ingress', 'allow_insecure_connections');
    if (setting?.flag() !== true) return;
    const outside = node.flag('ingress', 'external_enabled') === true;
    return {
      message: `${resource.address} answers plain HTTP: take allow_insecure_connections = true out.`,
      at: setting,
      // within the environment the network is its own
      ...(!outside && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: 'set allow_insecure_connections to false (requests are sent on to HTTPS)',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "azurerm_container_app" "shop" {\n  name                         = "shop"\n  container_app_environment_id = "/subscriptions/0b1f/environment"\n  resource_group_name          = "shop"\n  revision_mode                = "Single"\n\n  ingress {\n    external_enabled           = true\n    allow_insecure_connections = true\n    target_port                = 8080\n  }\n}\n',
    good: 'resource "azurerm_container_app" "shop" {\n  name                         = "shop"\n  container_app_environment_id = "/subscriptions/0b1f/environment"\n  resource_group_name          = "shop"\n  revision_mode                = "Single"\n\n  ingress {\n    external_enabled = true\n    target_port      = 8080\n  }\n}\n',
  },
});
