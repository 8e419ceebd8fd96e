import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/azure.ts';

const azurerm = (version: string) =>
  `terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "${version}"\n    }\n  }\n}\n`;

describeJudgements(checks, 'azure', {
  'storage-open-to-all-networks': [
    [
      'knows rules of their own, by id, by name and through a module',
      {
        'main.tf': `resource "azurerm_storage_account" "by_id" { name = "byid" }
resource "azurerm_storage_account_network_rules" "by_id" {
  storage_account_id = azurerm_storage_account.by_id.id
  default_action     = "Deny"
}
resource "azurerm_storage_account" "by_name" { name = "byname" }
resource "azurerm_storage_account_network_rules" "by_name" {
  storage_account_name = azurerm_storage_account.by_name.name
  default_action       = "Deny"
}
resource "azurerm_storage_account" "in_module" { name = "inmodule" }
module "rules" {
  source  = "./rules"
  account = azurerm_storage_account.in_module.id
}
resource "azurerm_storage_account" "none" { name = "none" }
`,
        'rules/main.tf': `variable "account" {}
resource "azurerm_storage_account_network_rules" "this" {
  storage_account_id = var.account
  default_action     = "Deny"
}
`,
      },
      ['medium azurerm_storage_account.none'],
    ],
    [
      'knows each account of a for_each, and tells rules that allow at their own place',
      `resource "azurerm_storage_account" "a" {
  for_each = toset(["one", "two"])
  name     = each.key
}
resource "azurerm_storage_account_network_rules" "a" {
  for_each           = toset(["one", "two"])
  storage_account_id = azurerm_storage_account.a[each.key].id
  default_action     = each.key == "one" ? "Deny" : "Allow"
}
`,
      ['medium azurerm_storage_account_network_rules.a["two"]'],
    ],
    [
      'does not take an unknown action for one, nor the switch for nothing',
      `variable "action" {}
resource "azurerm_storage_account" "a" {
  network_rules { default_action = var.action }
}
resource "azurerm_storage_account" "off" {
  public_network_access_enabled = false
}
`,
      ['undecided'],
    ],
  ],
  'storage-container-public': [
    [
      'is silent where the account forbids it',
      `resource "azurerm_storage_account" "a" { allow_nested_items_to_be_public = false }
resource "azurerm_storage_container" "a" {
  storage_account_name  = azurerm_storage_account.a.name
  container_access_type = "blob"
}
resource "azurerm_storage_container" "b" {
  storage_account_id    = "/subscriptions/0b1f/storage"
  container_access_type = "container"
}
`,
      ['high azurerm_storage_container.b'],
    ],
  ],
  'storage-anonymous-access-allowed': [
    [
      'tells the provider from what is written for it',
      {
        'three/main.tf': `resource "azurerm_storage_account" "silent" { name = "silent" }
resource "azurerm_storage_account" "closed" {
  allow_nested_items_to_be_public = false
  enable_https_traffic_only       = true
}
`,
        'newest/main.tf': 'resource "azurerm_storage_account" "newest" { name = "newest" }\n',
      },
      ['low azurerm_storage_account.silent'],
    ],
    ['is off by default in azurerm 2', `${azurerm('~> 2.99')}resource "azurerm_storage_account" "a" {}`, []],
    [
      'is on by default in azurerm 4',
      `${azurerm('~> 4.0')}resource "azurerm_storage_account" "a" {}`,
      ['low azurerm_storage_account.a'],
    ],
    [
      'holds to the lock file before all',
      {
        'main.tf': `${azurerm('>= 3.0')}resource "azurerm_storage_account" "a" {}`,
        '.terraform.lock.hcl':
          'provider "registry.terraform.io/hashicorp/azurerm" {\n  version     = "5.2.0"\n  constraints = ">= 3.0.0"\n}\n',
      },
      [],
    ],
    ['is off by default in azurerm 5', `${azurerm('~> 5.0')}resource "azurerm_storage_account" "a" {}`, []],
  ],
  'key-vault-purgeable': [
    [
      'knows how long a vault may keep what is deleted',
      `resource "azurerm_key_vault" "short" {
  purge_protection_enabled   = true
  soft_delete_retention_days = 2
}
resource "azurerm_key_vault" "right" {
  purge_protection_enabled   = true
  soft_delete_retention_days = 90
}
`,
      ['medium azurerm_key_vault.short'],
    ],
  ],
  'storage-replicates-to-other-tenants': [
    [
      'knows the default of azurerm 3',
      {
        'three/main.tf':
          'terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "~> 3.100"\n    }\n  }\n}\nresource "azurerm_storage_account" "three" { name = "three" }\n',
        'four/main.tf':
          'terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "~> 4.0"\n    }\n  }\n}\nresource "azurerm_storage_account" "four" { name = "four" }\n',
      },
      ['low azurerm_storage_account.three'],
    ],
  ],
  'key-vault-access-policies': [
    [
      'is silent where nothing says how it is meant',
      `resource "azurerm_key_vault" "plain" { name = "plain" }
resource "azurerm_key_vault" "listed" {
  access_policy { object_id = "00000000-0000-0000-0000-000000000001" }
}
`,
      ['info azurerm_key_vault.listed'],
    ],
  ],
  'key-not-rotated': [
    [
      'leaves a key that never expires to another finding',
      `resource "azurerm_key_vault_key" "forever" { name = "forever" }
resource "azurerm_key_vault_key" "dated" { expiration_date = "2027-12-31T00:00:00Z" }
`,
      ['info azurerm_key_vault_key.dated'],
    ],
  ],
  'storage-old-tls': [
    [
      'knows what azurerm 2 did by default',
      `${azurerm('>= 2.40, < 3.0')}resource "azurerm_storage_account" "a" {}`,
      ['medium azurerm_storage_account.a'],
    ],
    ['and what newer ones do', `${azurerm('~> 3.100')}resource "azurerm_storage_account" "a" {}`, []],
  ],
  'own-key-missing': [
    [
      'knows keys that are given from outside',
      `resource "azurerm_storage_account" "a" {}
resource "azurerm_storage_account_customer_managed_key" "a" { storage_account_id = azurerm_storage_account.a.id }
resource "azurerm_storage_account" "b" {}
`,
      ['info azurerm_storage_account.b'],
    ],
  ],
});
