import { logsSentFor } from '../../graph/azure/diagnostics.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/key-vault-logs-missing',
  title: 'Key vault that does not say who read what',
  dimension: 'observability',
  severity: 'medium',
  why: 'When a secret turns up where it should not be, the question is who read it, and only the audit log of the vault answers. It is kept nowhere unless a diagnostic setting sends it.',
  sameAs: ['kics:terraform/azure/vault_auditing_disabled', 'regula:FG_R00344'],
  controls: ['cis-azure:5.1.4', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/key-vault/general/logging'],
  visits: resources('azurerm_key_vault'),
  judge({ resource }, graph) {
    if (isNonProduction(resource) || logsSentFor(graph, resource).length > 0) return;
    return {
      message: `Nobody can tell afterwards who read a secret of ${resource.address}: send AuditEvent somewhere with an azurerm_monitor_diagnostic_setting.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_key_vault" "shop" {\n  name                     = "acme-shop"\n  location                 = "westeurope"\n  resource_group_name      = "shop"\n  tenant_id                = "00000000-0000-0000-0000-000000000000"\n  sku_name                 = "standard"\n  purge_protection_enabled = true\n}\n',
    good: 'resource "azurerm_key_vault" "shop" {\n  name                     = "acme-shop"\n  location                 = "westeurope"\n  resource_group_name      = "shop"\n  tenant_id                = "00000000-0000-0000-0000-000000000000"\n  sku_name                 = "standard"\n  purge_protection_enabled = true\n}\n\nresource "azurerm_monitor_diagnostic_setting" "vault" {\n  name                       = "audit"\n  target_resource_id         = azurerm_key_vault.shop.id\n  log_analytics_workspace_id = var.workspace_id\n\n  enabled_log {\n    category = "AuditEvent"\n  }\n}\n\nvariable "workspace_id" {\n  type = string\n}\n',
  },
});
