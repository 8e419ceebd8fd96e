import { settingOf } from '../../graph/azure/settings.ts';
import { isInternet } from '../../graph/network/ranges.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** Services that keep or carry data and answer the whole internet unless they are told not to, and what admits only some. Source: Terraform azurerm provider, the page of each resource. */
const services: Readonly<Record<string, readonly string[]>> = {
  azurerm_app_configuration: [],
  azurerm_automation_account: [],
  azurerm_batch_account: ['network_profile'],
  azurerm_cognitive_account: ['network_acls'],
  azurerm_data_factory: [],
  azurerm_databricks_workspace: [],
  azurerm_eventgrid_domain: ['inbound_ip_rule'],
  azurerm_eventgrid_topic: ['inbound_ip_rule'],
  azurerm_eventhub_namespace: ['network_rulesets'],
  azurerm_iothub: ['network_rule_set'],
  azurerm_machine_learning_workspace: [],
  azurerm_redis_cache: ['subnet_id'],
  azurerm_search_service: ['allowed_ips'],
  azurerm_servicebus_namespace: ['network_rule_set'],
  azurerm_storage_sync: [],
  azurerm_synapse_workspace: [],
};

export default check({
  id: 'azure/service-public-network',
  title: 'Service that every network reaches',
  dimension: 'security',
  severity: 'low',
  why: 'A key or token that leaks then works from anywhere, and a flaw in the service is open to everybody on the day it is found. Where only your own networks use it, switch public access off and add a private endpoint.',
  sameAs: [
    'checkov:CKV_AZURE_104',
    'checkov:CKV_AZURE_106',
    'checkov:CKV_AZURE_108',
    'checkov:CKV_AZURE_124',
    'checkov:CKV_AZURE_134',
    'checkov:CKV_AZURE_144',
    'checkov:CKV_AZURE_158',
    'checkov:CKV_AZURE_185',
    'checkov:CKV_AZURE_193',
    'checkov:CKV_AZURE_204',
    'checkov:CKV_AZURE_210',
    'checkov:CKV_AZURE_248',
    'checkov:CKV_AZURE_250',
    'checkov:CKV_AZURE_64',
    'checkov:CKV_AZURE_89',
    'checkov:CKV2_AZURE_24',
    'checkov:CKV2_AZURE_49',
    'kics:terraform/azure/azure_cognitive_search_public_network_access_enabled',
    'kics:terraform/azure/redis_publicly_accessible',
    'trivy:AZU-0035',
  ],
  controls: ['cis-azure:3.7', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-overview'],
  visits: resources(...Object.keys(services)),
  judge({ resource, node }) {
    const setting = settingOf(
      node,
      ['public_network_access_enabled'],
      ['public_network_enabled'],
      ['public_network_access'],
      ['incoming_traffic_policy'],
    )?.node;
    if (setting?.flag() === false || /^(disabled|AllowVirtualNetworksOnly)$/i.test(setting?.text() ?? ''))
      return;
    if (services[resource.type]!.some((name) => isNarrowed(node.get(name)))) return;
    const remedy =
      resource.type === 'azurerm_storage_sync'
        ? 'incoming_traffic_policy to "AllowVirtualNetworksOnly"'
        : 'public_network_access_enabled to false';
    return {
      message: `Every network reaches ${resource.address}, so a leaked key works from anywhere: set ${remedy} and add a private endpoint, where only your own networks use it.`,
      at: setting ?? node,
    };
  },
  examples: {
    bad: 'resource "azurerm_eventgrid_topic" "orders" {\n  name                = "acme-orders"\n  location            = "westeurope"\n  resource_group_name = "shop"\n}\n',
    good: 'resource "azurerm_eventgrid_topic" "orders" {\n  name                          = "acme-orders"\n  location                      = "westeurope"\n  resource_group_name           = "shop"\n  public_network_access_enabled = false\n}\n',
  },
});

/** Whether rules admit only some: subnets, addresses, or blocks that refuse what they do not name. */
function isNarrowed(rules: Node | undefined): boolean {
  if (!rules) return false;
  const { content } = rules;
  if (typeof content === 'string' || content instanceof Unknown) return true;
  return rules.list().some((rule) => {
    if (typeof rule.content === 'string') return !isInternet(rule.content);
    if (rule.content instanceof Unknown) return true;
    const action = rule.text('default_action') ?? rule.text('account_access', 'default_action');
    return action?.toLowerCase() !== 'allow';
  });
}
