import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/autoscale-minimum-one',
  title: 'Autoscaling that goes down to a single machine',
  dimension: 'reliability',
  severity: 'low',
  why: 'At night one machine is left, and when it is patched or lost nothing answers until another has started. Two as the minimum keep serving. It weighs more in production.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-monitor/autoscale/autoscale-best-practices'],
  visits: resources('azurerm_monitor_autoscale_setting'),
  judge({ resource, node }): readonly Fault[] {
    if (isNonProduction(resource)) return [];
    return node.list('profile').flatMap((profile) => {
      const least = profile.get('capacity', 'minimum');
      if (!least || (least.amount() ?? 2) > 1) return [];
      return [
        {
          message: `${resource.address} goes down to ${least.text()}, and nothing answers while that one is replaced: set minimum to 2.`,
          at: least,
          key: profile.text('name') ?? 'profile',
          ...(isProduction(resource) && { severity: 'medium' as const }),
        },
      ];
    });
  },
  examples: {
    bad: setting(1),
    good: setting(2),
  },
});

function setting(least: number): string {
  return `resource "azurerm_monitor_autoscale_setting" "workers" {
  name                = "workers"
  resource_group_name = "shop"
  location            = "westeurope"
  target_resource_id  = "/subscriptions/0b1f/workers"

  profile {
    name = "load"

    capacity {
      default = 3
      minimum = ${least}
      maximum = 10
    }
  }
}
`;
}
