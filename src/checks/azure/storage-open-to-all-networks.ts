import { accountOf, networkRulesOf } from '../../graph/azure/storage-accounts.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/storage-open-to-all-networks',
  title: 'Storage account that every network reaches',
  dimension: 'security',
  severity: 'medium',
  why: 'An account key or a signature that leaks is then usable from anywhere, and nothing but the key stands between the data and the internet. Deny by default, and let in the subnets that use the account, or use a private endpoint.',
  sameAs: [
    'checkov:CKV_AZURE_35',
    'checkov:CKV_AZURE_59',
    'kics:terraform/azure/default_azure_storage_account_network_access_is_too_permissive',
    'kics:terraform/azure/public_storage_account',
    'regula:FG_R00154',
    'trivy:AZU-0012',
  ],
  controls: ['cis-azure:3.8', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security'],
  visits: resources('azurerm_storage_account', 'azurerm_storage_account_network_rules'),
  judge({ resource, node }, graph) {
    if (resource.type === 'azurerm_storage_account_network_rules') {
      const account = accountOf(graph, resource);
      return account?.body.flag('public_network_access_enabled') === false
        ? undefined
        : ofRules(node, resource.address);
    }
    if (node.flag('public_network_access_enabled') === false) return;
    const rules = networkRulesOf(graph, resource);
    // rules of their own are told at their own place
    if (rules) return rules === node.peek('network_rules') ? ofRules(rules, resource.address) : undefined;
    const setting = node.get('public_network_access_enabled');
    return {
      message: `${resource.address} has no network rules, so every network reaches it and a leaked key works from anywhere: add network_rules with default_action Deny, or set public_network_access_enabled to false.`,
      ...(setting && { at: setting }),
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n\nresource "azurerm_storage_account_network_rules" "invoices" {\n  storage_account_id = azurerm_storage_account.invoices.id\n  default_action     = "Deny"\n  ip_rules           = ["203.0.113.0/24"]\n}\n',
  },
});

function ofRules(rules: Node, address: string) {
  const action = rules.get('default_action');
  if (action?.text()?.toLowerCase() !== 'allow') {
    const open = rules.list('ip_rules').find((range) => range.text() === '0.0.0.0/0');
    return (
      open && {
        message: `${address} denies by default and then lets 0.0.0.0/0 in: name the addresses that need it.`,
        at: open,
      }
    );
  }
  return {
    message: `${address} lets every network in by default, so what its rules name adds nothing: set default_action to Deny.`,
    at: action,
    fix: {
      safety: 'unsafe' as const,
      summary: 'set default_action to Deny (clients that the rules do not name are refused)',
      edits: [{ op: 'replace' as const, node: action, value: 'Deny' }],
    },
  };
}
