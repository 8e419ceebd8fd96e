import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface Rule {
  readonly form: RegExp;
  readonly says: string;
}

/** What a name may be. Source: Azure, naming rules and restrictions of resources. */
const rules: Readonly<Record<string, Rule>> = {
  azurerm_storage_account: { form: /^[a-z0-9]{3,24}$/, says: '3 to 24 lower-case letters and digits' },
  azurerm_container_registry: { form: /^[A-Za-z0-9]{5,50}$/, says: '5 to 50 letters and digits' },
  azurerm_key_vault: {
    form: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
    says: '3 to 24 letters, digits and single hyphens, from a letter to a letter or digit',
  },
  azurerm_storage_container: {
    form: /^(?!.*--)(\$root|\$web|\$logs|[a-z0-9][a-z0-9-]{1,61}[a-z0-9])$/,
    says: '3 to 63 lower-case letters, digits and single hyphens',
  },
  azurerm_mssql_server: {
    form: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    says: '1 to 63 lower-case letters, digits and hyphens',
  },
  azurerm_kubernetes_cluster_node_pool: {
    form: /^[a-z][a-z0-9]{0,11}$/,
    says: '1 to 12 lower-case letters and digits',
  },
};

export default check({
  id: 'azure/name-invalid',
  title: 'Name that Azure refuses',
  dimension: 'functionality',
  severity: 'high',
  why: 'Each kind of resource has rules of its own for names, since many of them become host names. A name that breaks them is refused, some only by Azure in the middle of an apply.',
  sameAs: ['checkov:CKV_AZURE_43'],
  sources: ['https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-name-rules'],
  visits: resources(...Object.keys(rules)),
  judge({ resource, node }) {
    const { form, says } = rules[resource.type]!;
    const name = node.get('name');
    const text = name?.text();
    if (!name || text === undefined || form.test(text)) return;
    return {
      message: `Azure refuses the name "${text}" of ${resource.address}: it takes ${says}.`,
      at: name,
    };
  },
  examples: {
    bad: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acme-invoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n',
    good: 'resource "azurerm_storage_account" "invoices" {\n  name                     = "acmeinvoices"\n  resource_group_name      = "shop"\n  location                 = "westeurope"\n  account_tier             = "Standard"\n  account_replication_type = "GZRS"\n}\n',
  },
});
