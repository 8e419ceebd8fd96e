import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/azure.ts';

describeJudgements(checks, 'azure', {
  'data-deletable': [
    [
      'knows locks at the resource and at its group, and lifecycles',
      {
        'envs/prod/main.tf': `resource "azurerm_resource_group" "g" { name = "g" }
resource "azurerm_management_lock" "g" {
  scope      = azurerm_resource_group.g.id
  lock_level = "CanNotDelete"
}
resource "azurerm_mssql_database" "in_group" { server_id = azurerm_resource_group.g.name }
resource "azurerm_mssql_database" "kept" {
  lifecycle { prevent_destroy = true }
}
resource "azurerm_mssql_database" "bare" {}
`,
      },
      ['high azurerm_mssql_database.bare'],
    ],
  ],
  'provider-destroys-for-good': [
    [
      'leaves examples of modules alone',
      {
        'live/main.tf': `provider "azurerm" {
  features {
    key_vault { purge_soft_delete_on_destroy = true }
  }
}
resource "azurerm_resource_group" "g" {}
`,
        'examples/basic/main.tf': `provider "azurerm" {
  features {
    key_vault { purge_soft_delete_on_destroy = true }
  }
}
resource "azurerm_resource_group" "g" {}
`,
      },
      ['medium provider.azurerm'],
    ],
  ],
  'autoscaled-count-reset': [
    [
      'looks at lifecycles, and at sets that a setting scales',
      `resource "azurerm_kubernetes_cluster" "a" {
  default_node_pool {
    auto_scaling_enabled = true
    node_count           = 3
  }
  lifecycle { ignore_changes = [default_node_pool[0].node_count] }
}
resource "azurerm_linux_virtual_machine_scale_set" "scaled" { instances = 3 }
resource "azurerm_monitor_autoscale_setting" "scaled" { target_resource_id = azurerm_linux_virtual_machine_scale_set.scaled.id }
resource "azurerm_linux_virtual_machine_scale_set" "fixed" { instances = 3 }
variable "scale" {}
resource "azurerm_kubernetes_cluster_node_pool" "unsaid" {
  auto_scaling_enabled = var.scale
  node_count           = 3
}
`,
      ['medium azurerm_linux_virtual_machine_scale_set.scaled'],
    ],
  ],
  'arguments-refused-together': [
    [
      'needs both to be known',
      `variable "tier" {}
resource "azurerm_storage_account" "unsaid" {
  account_tier             = var.tier
  account_replication_type = "GRS"
}
resource "azurerm_storage_account" "premium" {
  account_tier             = "Premium"
  account_replication_type = "RAGRS"
}
resource "azurerm_container_registry" "basic" {
  sku                           = "Basic"
  public_network_access_enabled = false
}
`,
      ['high azurerm_container_registry.basic', 'high azurerm_storage_account.premium', 'undecided'],
    ],
  ],
});
