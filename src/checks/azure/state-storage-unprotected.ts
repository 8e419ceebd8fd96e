import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { backends } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/state-storage-unprotected',
  title: 'Terraform state that one mistake destroys',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'A state that was overwritten by a wrong apply, or deleted, can only be brought back from an older version, and without it Terraform knows nothing of what it made: each resource has to be imported by hand. Versioning keeps every state that there was, for cents.',
  controls: ['soc2:A1.2'],
  sources: ['https://developer.hashicorp.com/terraform/language/backend/azurerm'],
  visits: resources('azurerm_storage_account'),
  judge({ resource, node }, graph) {
    const name = node.peek('name')?.content;
    if (typeof name !== 'string' || !stateAccounts(graph).has(name)) return;
    if (node.flag('blob_properties', 'versioning_enabled') === true) return;
    const kept = node.has('blob_properties', 'delete_retention_policy');
    return {
      message: `${resource.address} holds the state of Terraform, and a state that is overwritten ${kept ? '' : 'or deleted '}cannot be brought back: set versioning_enabled in blob_properties to true.`,
      at: node.get('blob_properties', 'versioning_enabled') ?? node.get('blob_properties') ?? node,
      ...(kept && { severity: 'medium' }),
    };
  },
  examples: {
    bad: { 'state/main.tf': account(''), 'shop/main.tf': backend() },
    good: {
      'state/main.tf': account('\n  blob_properties {\n    versioning_enabled = true\n  }\n'),
      'shop/main.tf': backend(),
    },
  },
});

/** Names of the accounts in which the roots of this repository keep their state. */
function stateAccounts(graph: Graph): ReadonlySet<string> {
  return graph.derive(stateAccounts, () => {
    const names = graph
      .select(backends)
      .flatMap(({ kind, node }) => (kind === 'azurerm' ? [node.peek('storage_account_name')?.content] : []));
    return new Set(names.filter((name) => typeof name === 'string'));
  });
}

function account(properties: string): string {
  return `resource "azurerm_storage_account" "state" {
  name                     = "acmeterraformstate"
  resource_group_name      = "state"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GZRS"
${properties}}
`;
}

function backend(): string {
  return `terraform {
  backend "azurerm" {
    resource_group_name  = "state"
    storage_account_name = "acmeterraformstate"
    container_name       = "shop"
    key                  = "shop.tfstate"
    use_azuread_auth     = true
  }
}
`;
}
