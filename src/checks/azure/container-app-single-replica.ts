import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/container-app-single-replica',
  title: 'Container app with a single replica',
  dimension: 'reliability',
  severity: 'medium',
  why: 'With a minimum of none or one, the app is down while its only replica is moved, and the first request after a pause waits for a start. Two keep serving, spread over zones where the environment is.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/reliability/reliability-azure-container-apps'],
  visits: resources('azurerm_container_app'),
  judge({ resource, node }) {
    if (!isProduction(resource) || !node.has('ingress')) return;
    const least = node.get('template', 'min_replicas');
    if ((least?.amount() ?? 0) > 1) return;
    return {
      message: `${resource.address} is down while its only replica is moved: set min_replicas in template to 2.`,
      at: least ?? node,
    };
  },
  examples: {
    bad: { 'envs/prod/main.tf': app(1) },
    good: { 'envs/prod/main.tf': app(2) },
  },
});

function app(least: number): string {
  return `resource "azurerm_container_app" "shop" {
  name                         = "shop"
  container_app_environment_id = "/subscriptions/0b1f/environment"
  resource_group_name          = "shop"
  revision_mode                = "Single"

  template {
    min_replicas = ${least}

    container {
      name   = "shop"
      image  = "acmeshop.azurecr.io/shop:1.4.2"
      cpu    = 0.5
      memory = "1Gi"
    }
  }

  ingress {
    external_enabled = true
    target_port      = 8080
  }
}
`;
}
