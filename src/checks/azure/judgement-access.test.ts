import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/azure.ts';

describeJudgements(checks, 'azure', {
  'role-too-broad': [
    [
      'knows the whole subscription by its data source, its id, and the role by its id',
      `data "azurerm_subscription" "primary" {}
resource "azurerm_role_assignment" "owner" {
  scope                = data.azurerm_subscription.primary.id
  role_definition_name = "Owner"
}
resource "azurerm_role_assignment" "contributor" {
  scope              = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"
}
resource "azurerm_role_assignment" "group" {
  scope                = "\${data.azurerm_subscription.primary.id}/resourceGroups/shop"
  role_definition_name = "Owner"
}
resource "azurerm_role_assignment" "reader" {
  scope                = data.azurerm_subscription.primary.id
  role_definition_name = "Reader"
}
`,
      ['high azurerm_role_assignment.owner', 'medium azurerm_role_assignment.contributor'],
    ],
  ],
  'custom-role-too-broad': [
    [
      'knows what is taken out again',
      `resource "azurerm_role_definition" "all" {
  permissions { actions = ["*"] }
}
resource "azurerm_role_definition" "contributor" {
  permissions {
    actions     = ["*"]
    not_actions = ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/*/Delete"]
  }
}
resource "azurerm_role_definition" "step" {
  permissions { actions = ["Microsoft.Authorization/roleAssignments/write"] }
}
`,
      ['high azurerm_role_definition.all', 'high azurerm_role_definition.step'],
    ],
  ],
  'app-secret-in-settings': [
    [
      'knows keys in connection strings, references and what others give',
      `variable "token" { sensitive = true }
resource "azurerm_linux_web_app" "a" {
  app_settings = {
    STORAGE      = "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6"
    API_TOKEN    = var.token
    SMTP_SECRET  = "@Microsoft.KeyVault(SecretUri=https://a.vault.azure.net/secrets/b)"
    TOKEN_URL    = "https://login.example.com/token"
  }
  connection_string {
    name  = "Database"
    value = "Server=tcp:orders;Integrated Security=SSPI"
  }
}
`,
      ['high azurerm_linux_web_app.a'],
    ],
  ],
  'aks-api-open-to-internet': [
    [
      'knows private clusters of old, ranges of both names, and ranges that are all',
      `resource "azurerm_kubernetes_cluster" "old" { private_link_enabled = true }
resource "azurerm_kubernetes_cluster" "ranges" { api_server_authorized_ip_ranges = ["203.0.113.0/24"] }
resource "azurerm_kubernetes_cluster" "all" {
  api_server_access_profile { authorized_ip_ranges = ["203.0.113.0/24", "0.0.0.0/0"] }
}
variable "ranges" {}
resource "azurerm_kubernetes_cluster" "unsaid" {
  api_server_access_profile { authorized_ip_ranges = var.ranges }
}
`,
      ['medium azurerm_kubernetes_cluster.all', 'undecided'],
    ],
  ],
  'aks-audit-log-missing': [
    [
      'knows categories and groups, of both providers, and settings whose target cannot be told',
      `resource "azurerm_kubernetes_cluster" "a" {}
resource "azurerm_monitor_diagnostic_setting" "a" {
  target_resource_id = azurerm_kubernetes_cluster.a.id
  enabled_log { category_group = "allLogs" }
}
resource "azurerm_kubernetes_cluster" "b" {}
resource "azurerm_monitor_diagnostic_setting" "b" {
  target_resource_id = azurerm_kubernetes_cluster.b.id
  log {
    category = "kube-audit"
    enabled  = false
  }
}
`,
      ['medium azurerm_kubernetes_cluster.b'],
    ],
    [
      'cannot tell where the setting is for something unknown',
      `resource "azurerm_kubernetes_cluster" "a" {}
variable "targets" { type = set(string) }
resource "azurerm_monitor_diagnostic_setting" "a" {
  for_each           = var.targets
  target_resource_id = each.value
}
`,
      ['undecided'],
    ],
  ],
});
