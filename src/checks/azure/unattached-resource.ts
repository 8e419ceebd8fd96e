import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/unattached-resource',
  title: 'Address, disk or plan that nothing uses',
  dimension: 'cost',
  severity: 'low',
  why: 'Addresses, disks and plans are paid whether anything uses them or not. One that nothing in its root attaches is usually left over from what did; if something outside of Terraform uses it, an output that names it says so.',
  sources: [
    'https://azure.microsoft.com/en-us/pricing/details/ip-addresses/',
    'https://azure.microsoft.com/en-us/pricing/details/managed-disks/',
  ],
  visits: resources(
    'azurerm_public_ip',
    'azurerm_managed_disk',
    'azurerm_nat_gateway',
    'azurerm_service_plan',
    'azurerm_app_service_plan',
  ),
  judge({ resource }, graph) {
    if (graph.to(resource).length > 0) return;
    const price =
      { azurerm_public_ip: 'about 3.65 USD a month', azurerm_nat_gateway: 'about 32 USD a month' }[
        resource.type
      ] ?? 'by the size of its tier';
    return {
      message: `Nothing in the code uses ${resource.address}, and it is paid all the same, ${price}: attach it, or take it out.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_public_ip" "old" {\n  name                = "old"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n}\n',
    good: 'resource "azurerm_public_ip" "nat" {\n  name                = "nat"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  allocation_method   = "Static"\n}\n\nresource "azurerm_lb" "shop" {\n  name                = "shop"\n  location            = "westeurope"\n  resource_group_name = "shop"\n\n  frontend_ip_configuration {\n    name                 = "public"\n    public_ip_address_id = azurerm_public_ip.nat.id\n  }\n}\n',
  },
});
