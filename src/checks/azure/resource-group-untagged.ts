import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/resource-group-untagged',
  title: 'Resource group without tags',
  dimension: 'cost',
  severity: 'info',
  why: 'The bill is split by tags, and Cost Management hands the tags of a group and a subscription down to what is in them. A group without tags is paid by nobody in particular, and nobody can be asked whether it is still needed.',
  sources: ['https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/enable-tag-inheritance'],
  visits: resources('azurerm_resource_group'),
  judge({ resource, node }) {
    const tags = node.get('tags');
    if (tags && tags.entries().length > 0) return;
    return {
      message: `${resource.address} has no tags, so nobody can tell who pays for what is in it: set environment, service, owner and cost centre.`,
      at: tags ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_resource_group" "shop" {\n  name     = "shop"\n  location = "westeurope"\n}\n',
    good: 'resource "azurerm_resource_group" "shop" {\n  name     = "shop"\n  location = "westeurope"\n\n  tags = {\n    environment = "prod"\n    owner       = "shop"\n  }\n}\n',
  },
});
