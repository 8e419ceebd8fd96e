import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/azure.ts';

describeJudgements(checks, 'azure', {
  'aks-network-policy-missing': [
    [
      'knows the data plane that enforces policies by itself, and what is no engine',
      `resource "azurerm_kubernetes_cluster" "cilium" {
  network_profile {
    network_plugin     = "azure"
    network_data_plane = "cilium"
  }
}
resource "azurerm_kubernetes_cluster" "none" {
  network_profile {
    network_plugin = "azure"
    network_policy = "none"
  }
}
`,
      ['medium azurerm_kubernetes_cluster.none'],
    ],
  ],
  'acr-anonymous-pull': [
    [
      'leaves a tier that has no such thing to the provider',
      `variable "tier" {}
resource "azurerm_container_registry" "basic" {
  sku                    = "Basic"
  anonymous_pull_enabled = true
}
resource "azurerm_container_registry" "given" {
  sku                    = var.tier
  anonymous_pull_enabled = true
}
`,
      ['high azurerm_container_registry.given'],
    ],
  ],
  'service-public-network': [
    [
      'looks at what the rules admit',
      `variable "office" {}
resource "azurerm_search_service" "open" { allowed_ips = ["0.0.0.0/0"] }
resource "azurerm_search_service" "office" { allowed_ips = [var.office] }
resource "azurerm_batch_account" "open" {
  network_profile {
    account_access { default_action = "Allow" }
  }
}
resource "azurerm_batch_account" "narrow" {
  network_profile {
    account_access {
      ip_rule { ip_range = "203.0.113.0/28" }
    }
  }
}
resource "azurerm_cognitive_account" "open" {
  network_acls { default_action = "Allow" }
}
`,
      [
        'low azurerm_search_service.open',
        'low azurerm_batch_account.open',
        'low azurerm_cognitive_account.open',
      ],
    ],
  ],
  'network-single-dns-server': [
    [
      'knows what many machines answer on',
      `resource "azurerm_firewall" "hub" { name = "hub" }
resource "azurerm_virtual_network" "firewall" {
  dns_servers = [azurerm_firewall.hub.ip_configuration[0].private_ip_address]
}
resource "azurerm_virtual_network" "azure" { dns_servers = ["168.63.129.16"] }
resource "azurerm_virtual_network_dns_servers" "one" { dns_servers = ["10.0.0.4"] }
`,
      ['low azurerm_virtual_network_dns_servers.one'],
    ],
  ],
  'service-fabric-unprotected': [
    [
      'finds no level, and one that is spelt out',
      `resource "azurerm_service_fabric_cluster" "none" { name = "none" }
resource "azurerm_service_fabric_cluster" "spelt" {
  fabric_settings {
    name = "Security"
    parameters = {
      name  = "ClusterProtectionLevel"
      value = "EncryptAndSign"
    }
  }
}
`,
      ['medium azurerm_service_fabric_cluster.none'],
    ],
  ],
  'service-old-tls': [
    [
      'reads the name that azurerm 5 has for it',
      `resource "azurerm_cdn_frontdoor_custom_domain" "shop" {
  tls { minimum_version = "TLS10" }
}
`,
      ['medium azurerm_cdn_frontdoor_custom_domain.shop'],
    ],
  ],
  'sql-alerts-incomplete': [
    [
      'reads both names of who is told',
      `resource "azurerm_mssql_server_security_alert_policy" "five" {
  state                        = "Enabled"
  email_account_admins_enabled = true
}
resource "azurerm_mssql_server_security_alert_policy" "four" {
  state                = "Enabled"
  email_account_admins = true
}
resource "azurerm_mssql_server_security_alert_policy" "nobody" { state = "Enabled" }
`,
      ['low azurerm_mssql_server_security_alert_policy.nobody'],
    ],
  ],
  'vm-updates-off': [
    [
      'knows a set that takes each new image, by both of its names',
      `resource "azurerm_windows_virtual_machine_scale_set" "five" {
  automatic_updates_enabled = false
  automatic_os_upgrade_policy { automatic_os_upgrade_enabled = true }
}
resource "azurerm_windows_virtual_machine_scale_set" "four" {
  enable_automatic_updates = false
  automatic_os_upgrade_policy { enable_automatic_os_upgrade = true }
}
resource "azurerm_windows_virtual_machine_scale_set" "off" { automatic_updates_enabled = false }
`,
      ['medium azurerm_windows_virtual_machine_scale_set.off'],
    ],
  ],
  'app-ftp-allowed': [
    [
      'knows that only the older kinds take FTP by default',
      `resource "azurerm_app_service" "old" {
  site_config { http2_enabled = true }
}
resource "azurerm_linux_web_app" "new" {
  site_config { http2_enabled = true }
}
`,
      ['low azurerm_app_service.old'],
    ],
  ],
  'app-runtime-retired': [
    [
      'knows the Java versions that are called 1.x',
      `resource "azurerm_app_service" "seven" {
  site_config { java_version = "1.7.0_80" }
}
resource "azurerm_app_service" "eight" {
  site_config { java_version = "1.8" }
}
`,
      ['medium azurerm_app_service.seven'],
    ],
    [
      'reads the runtime of a flexible plan',
      `resource "azurerm_function_app_flex_consumption" "old" {
  runtime_name    = "python"
  runtime_version = "3.9"
  site_config {}
}
resource "azurerm_function_app_flex_consumption" "new" {
  runtime_name    = "java"
  runtime_version = "21"
  site_config {}
}
`,
      ['medium azurerm_function_app_flex_consumption.old'],
    ],
  ],
  'gateway-old-tls': [
    [
      'looks at the ciphers of a policy of its own',
      `resource "azurerm_application_gateway" "shop" {
  ssl_policy {
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_2"
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"]
  }
}
`,
      ['medium azurerm_application_gateway.shop'],
    ],
    [
      'counts which versions are left on',
      `resource "azurerm_application_gateway" "one" {
  ssl_policy { disabled_protocols = ["TLSv1_0"] }
}
resource "azurerm_application_gateway" "both" {
  ssl_policy { disabled_protocols = ["TLSv1_0", "TLSv1_1"] }
}
`,
      ['medium azurerm_application_gateway.one'],
    ],
  ],
  'aks-kubenet': [
    [
      'knows the default of azurerm',
      `resource "azurerm_kubernetes_cluster" "plain" { name = "plain" }
resource "azurerm_kubernetes_cluster" "own" {
  network_profile { network_plugin = "none" }
}
`,
      ['low azurerm_kubernetes_cluster.plain'],
    ],
  ],
  'functions-unobserved': [
    [
      'finds the agent among the settings, and diagnostic settings',
      `resource "azurerm_linux_function_app" "agent" {
  app_settings = { APPLICATIONINSIGHTS_CONNECTION_STRING = "InstrumentationKey=0" }
  site_config {}
}
resource "azurerm_linux_function_app" "sent" {
  site_config {}
}
resource "azurerm_monitor_diagnostic_setting" "sent" {
  target_resource_id = azurerm_linux_function_app.sent.id
  enabled_log { category = "FunctionAppLogs" }
}
resource "azurerm_linux_function_app" "silent" {
  site_config {}
}
`,
      ['low azurerm_linux_function_app.silent'],
    ],
  ],
  'app-http2-off': [
    [
      'looks at function apps too',
      `resource "azurerm_linux_function_app" "off" {
  site_config { http2_enabled = false }
}
resource "azurerm_linux_function_app" "on" {
  site_config { http2_enabled = true }
}
`,
      ['info azurerm_linux_function_app.off'],
    ],
  ],
  'storage-deletes-for-good': [
    [
      'takes no days for no policy',
      `resource "azurerm_storage_account" "none" {
  blob_properties {
    delete_retention_policy { days = 0 }
  }
}
resource "azurerm_storage_account" "default" {
  blob_properties {
    delete_retention_policy {}
  }
}
`,
      ['low azurerm_storage_account.none'],
    ],
  ],
  'gateway-waf-missing': [
    [
      'takes the id of what is declared nowhere for one that will be there',
      `resource "azurerm_application_gateway" "shop" {
  sku { name = "Standard_v2" }
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = azurerm_public_ip.shop.id
  }
}
`,
      ['medium azurerm_application_gateway.shop'],
    ],
  ],
});
