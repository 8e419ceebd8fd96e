import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/azure.ts';

describeJudgements(checks, 'azure', {
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
  'database-old-tls': [
    [
      'reads the parameters of flexible servers',
      `resource "azurerm_mysql_flexible_server_configuration" "old" {
  name  = "tls_version"
  value = "TLSv1.1,TLSv1.2"
}
resource "azurerm_mysql_flexible_server_configuration" "new" {
  name  = "tls_version"
  value = "TLSv1.2,TLSv1.3"
}
resource "azurerm_postgresql_flexible_server_configuration" "old" {
  name  = "ssl_min_protocol_version"
  value = "TLSv1"
}
`,
      [
        'medium azurerm_mysql_flexible_server_configuration.old',
        'medium azurerm_postgresql_flexible_server_configuration.old',
      ],
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
  'sql-scans-incomplete': [
    [
      'knows whom each kind of assessment tells by default',
      `resource "azurerm_synapse_workspace_vulnerability_assessment" "told" {
  recurring_scans { enabled = true }
}
resource "azurerm_mssql_server_vulnerability_assessment" "untold" {
  recurring_scans { enabled = true }
}
resource "azurerm_mssql_server_vulnerability_assessment" "once" { storage_container_path = "scans/" }
`,
      [
        'low azurerm_mssql_server_vulnerability_assessment.untold',
        'low azurerm_mssql_server_vulnerability_assessment.once',
      ],
    ],
  ],
  'database-firewall-open-to-azure': [
    [
      'looks at the rules of clusters too',
      `resource "azurerm_mongo_cluster_firewall_rule" "azure" {
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}
`,
      ['medium azurerm_mongo_cluster_firewall_rule.azure'],
    ],
  ],
  'sql-auditing-missing': [
    [
      'is content where each database is audited by itself',
      `resource "azurerm_mssql_server" "each" { name = "each" }
resource "azurerm_mssql_database" "each" {
  for_each  = toset(["carts", "orders"])
  server_id = azurerm_mssql_server.each.id
}
resource "azurerm_mssql_database_extended_auditing_policy" "each" {
  for_each    = azurerm_mssql_database.each
  database_id = each.value.id
}
resource "azurerm_mssql_server" "one" { name = "one" }
resource "azurerm_mssql_database" "a" { server_id = azurerm_mssql_server.one.id }
resource "azurerm_mssql_database" "b" { server_id = azurerm_mssql_server.one.id }
resource "azurerm_mssql_database_extended_auditing_policy" "a" {
  database_id = azurerm_mssql_database.a.id
}
`,
      ['medium azurerm_mssql_server.one'],
    ],
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
});
