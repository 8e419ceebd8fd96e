import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { judge } from '../../verdict/judge.ts';
import { checks } from '../generated/azure.ts';

/** What a check makes of a configuration: severity and address of each finding, and `undecided` for each subject that cannot be told. */
async function judgement(id: string, files: string | Record<string, string>): Promise<string[]> {
  const { graph } = await readFiles(typeof files === 'string' ? { 'main.tf': files } : files);
  const check = checks.find((one) => one.id === `azure/${id}`)!;
  const { findings, tallies, problems } = judge(graph, [check]);
  expect(problems).toEqual([]);
  return [
    ...findings.map(({ resource, severity }) => `${severity} ${resource.address}`),
    ...Array<string>(tallies[0]!.undecided).fill('undecided'),
  ];
}

const azurerm = (version: string) =>
  `terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "${version}"\n    }\n  }\n}\n`;

const cases: Record<
  string,
  readonly (readonly [string, string | Record<string, string>, readonly string[]])[]
> = {
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
    ['is off by default in azurerm 2', `${azurerm('~> 2.99')}resource "azurerm_storage_account" "a" {}`, []],
    [
      'is on by default in azurerm 4',
      `${azurerm('~> 4.0')}resource "azurerm_storage_account" "a" {}`,
      ['low azurerm_storage_account.a'],
    ],
    ['is off by default in azurerm 5', `${azurerm('~> 5.0')}resource "azurerm_storage_account" "a" {}`, []],
  ],
  'storage-old-tls': [
    [
      'knows what azurerm 2 did by default',
      `${azurerm('>= 2.40, < 3.0')}resource "azurerm_storage_account" "a" {}`,
      ['medium azurerm_storage_account.a'],
    ],
    ['and what newer ones do', `${azurerm('~> 3.100')}resource "azurerm_storage_account" "a" {}`, []],
  ],
  'database-public-network': [
    [
      'knows subnets of its own, replicas and both kinds of switches',
      `resource "azurerm_postgresql_flexible_server" "inside" { delegated_subnet_id = "/subscriptions/0b1f/subnet" }
resource "azurerm_postgresql_flexible_server" "copy" { create_mode = "Replica" }
resource "azurerm_postgresql_flexible_server" "open" {}
resource "azurerm_mysql_flexible_server" "open" { public_network_access = "Enabled" }
resource "azurerm_mysql_flexible_server" "closed" { public_network_access = "Disabled" }
resource "azurerm_mysql_flexible_server" "unsaid" {}
`,
      ['medium azurerm_mysql_flexible_server.open', 'medium azurerm_postgresql_flexible_server.open'],
    ],
  ],
  'database-firewall-open-to-internet': [
    [
      'weighs by how many it lets in, and leaves Azure itself to another',
      `locals {
  rules = { all = ["0.0.0.0", "255.255.255.255"], azure = ["0.0.0.0", "0.0.0.0"], wide = ["203.0.0.0", "203.0.255.255"], office = ["203.0.113.1", "203.0.113.9"] }
}
resource "azurerm_mssql_firewall_rule" "r" {
  for_each         = local.rules
  start_ip_address = each.value[0]
  end_ip_address   = each.value[1]
}
`,
      ['high azurerm_mssql_firewall_rule.r["all"]', 'medium azurerm_mssql_firewall_rule.r["wide"]'],
    ],
  ],
  'sql-auditing-missing': [
    [
      'knows policies of their own, switched off, and servers that are given away',
      {
        'main.tf': `resource "azurerm_mssql_server" "audited" {}
resource "azurerm_mssql_server_extended_auditing_policy" "audited" { server_id = azurerm_mssql_server.audited.id }
resource "azurerm_mssql_server" "off" {}
resource "azurerm_mssql_server_extended_auditing_policy" "off" {
  server_id = azurerm_mssql_server.off.id
  enabled   = false
}
resource "azurerm_mssql_server" "given" {}
module "audit" {
  source = "registry.example.com/acme/audit/azurerm"
  server = azurerm_mssql_server.given.id
}
`,
      },
      ['medium azurerm_mssql_server.off', 'undecided'],
    ],
  ],
  'ssh-open-to-internet': [
    [
      'follows variables and modules, and does not know what nobody says',
      {
        'main.tf': `module "web" {
  source = "./group"
  from   = "*"
}
module "office" {
  source = "./group"
  from   = "203.0.113.0/24"
}
variable "from" {}
module "unsaid" {
  source = "./group"
  from   = var.from
}
`,
        'group/main.tf': `variable "from" { type = string }
resource "azurerm_network_security_group" "this" {
  security_rule {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = var.from
  }
}
`,
      },
      ['high module.web.azurerm_network_security_group.this', 'undecided'],
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
  'basic-sku-retired': [
    [
      'knows the default of azurerm 3',
      `${azurerm('~> 3.0')}resource "azurerm_public_ip" "a" {}`,
      ['medium azurerm_public_ip.a'],
    ],
    ['and of azurerm 4', `${azurerm('~> 4.0')}resource "azurerm_public_ip" "a" {}`, []],
  ],
  'subnet-addresses-wrong': [
    [
      'knows ranges, neighbours and what services need',
      `resource "azurerm_virtual_network" "v" { address_space = ["10.0.0.0/16"] }
resource "azurerm_subnet" "a" {
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.0.0/24"]
}
resource "azurerm_subnet" "b" {
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.0.128/25"]
}
resource "azurerm_subnet" "bastion" {
  name                 = "AzureBastionSubnet"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.9.0/27"]
}
`,
      ['high azurerm_subnet.b', 'high azurerm_subnet.bastion'],
    ],
  ],
  'subnet-without-security-group': [
    [
      'knows services of Azure, delegation, and groups at all interfaces',
      `resource "azurerm_subnet" "gateway" { name = "GatewaySubnet" }
resource "azurerm_subnet" "db" {
  name = "db"
  delegation { name = "db" }
}
resource "azurerm_subnet" "vm" { name = "vm" }
resource "azurerm_network_interface" "vm" {
  ip_configuration { subnet_id = azurerm_subnet.vm.id }
}
resource "azurerm_network_interface_security_group_association" "vm" {
  network_interface_id      = azurerm_network_interface.vm.id
  network_security_group_id = "/subscriptions/0b1f/group"
}
resource "azurerm_subnet" "open" { name = "open" }
`,
      ['low azurerm_subnet.open'],
    ],
  ],
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
  'private-without-endpoint': [
    [
      'leaves alone what is handed on, and roots without endpoints',
      {
        'one/main.tf': `resource "azurerm_key_vault" "alone" { public_network_access_enabled = false }
`,
        'two/main.tf': `resource "azurerm_key_vault" "given" { public_network_access_enabled = false }
output "vault" { value = azurerm_key_vault.given.id }
resource "azurerm_key_vault" "forgotten" { public_network_access_enabled = false }
resource "azurerm_key_vault" "reached" { public_network_access_enabled = false }
resource "azurerm_private_endpoint" "reached" {
  private_service_connection { private_connection_resource_id = azurerm_key_vault.reached.id }
}
`,
      },
      ['medium azurerm_key_vault.forgotten'],
    ],
  ],
  'security-rule-priority-taken': [
    [
      'compares within a direction, inside and outside of the group',
      `resource "azurerm_network_security_group" "g" {
  dynamic "security_rule" {
    for_each = [100, 110]
    content {
      name      = "in-\${security_rule.value}"
      priority  = security_rule.value
      direction = "Inbound"
    }
  }
}
resource "azurerm_network_security_rule" "same" {
  priority                    = 110
  direction                   = "inbound"
  network_security_group_name = azurerm_network_security_group.g.name
}
resource "azurerm_network_security_rule" "out" {
  priority                    = 110
  direction                   = "Outbound"
  network_security_group_name = azurerm_network_security_group.g.name
}
`,
      ['high azurerm_network_security_rule.same'],
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
  'database-backups-in-one-region': [
    [
      'knows what SQL databases do by default, replicas, and environments that serve nobody',
      {
        'main.tf': `resource "azurerm_mssql_database" "default" {}
resource "azurerm_mssql_database" "local" { storage_account_type = "Local" }
resource "azurerm_postgresql_flexible_server" "copy" { create_mode = "Replica" }
`,
        'envs/prod/main.tf': 'resource "azurerm_postgresql_flexible_server" "orders" {}\n',
        'envs/dev/main.tf': 'resource "azurerm_postgresql_flexible_server" "orders" {}\n',
      },
      ['low azurerm_mssql_database.local', 'medium azurerm_postgresql_flexible_server.orders'],
    ],
  ],
  'cosmos-open-to-all-networks': [
    [
      'takes filters written as a text and as a list',
      `resource "azurerm_cosmosdb_account" "text" { ip_range_filter = "203.0.113.0/24" }
resource "azurerm_cosmosdb_account" "list" { ip_range_filter = ["203.0.113.0/24"] }
resource "azurerm_cosmosdb_account" "empty" { ip_range_filter = "" }
`,
      ['medium azurerm_cosmosdb_account.empty'],
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (id, all) => {
  it.each(all)('%s', async (_, files, expected) => {
    expect((await judgement(id, files)).sort()).toEqual([...expected].sort());
  });
});
