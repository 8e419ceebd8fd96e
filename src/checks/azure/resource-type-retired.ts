import { retiredTypes } from '../../graph/azure/retirements.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Types of today, so that a repository that moved on is seen to have been looked at. */
const current = [...new Set(Object.values(retiredTypes))].filter((name) => /^azurerm_\w+$/.test(name));

export default check({
  id: 'azure/resource-type-retired',
  title: 'Resource type that is on its way out',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'These types stand for services that Azure has retired, or were taken out of azurerm 4 and 5: a newer provider refuses them, and the old one gets no fixes. Moving while nothing is broken is cheapest.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/4.0-upgrade-guide',
    'https://learn.microsoft.com/en-us/azure/postgresql/migrate/whats-happening-to-postgresql-single-server',
  ],
  visits: resources(...Object.keys(retiredTypes), ...current),
  judge({ resource }) {
    const next = retiredTypes[resource.type];
    if (!next) return;
    return { message: `${resource.address} is of a type that is given up: move it to ${next}.` };
  },
  examples: {
    bad: 'resource "azurerm_app_service_plan" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n\n  sku {\n    tier     = "PremiumV3"\n    size     = "P1v3"\n    capacity = 2\n  }\n}\n',
    good: 'resource "azurerm_service_plan" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  os_type             = "Linux"\n  sku_name            = "P1v3"\n}\n',
  },
});
