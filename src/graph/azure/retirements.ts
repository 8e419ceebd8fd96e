/**
 * What Azure has retired. Only what had ended by 2026-11-23 is listed; add what ended since.
 */

/** The newest minor version of Kubernetes, 1.x, whose support by AKS had ended. Source: AKS, supported Kubernetes versions. */
export const retiredKubernetes = { newest: 32 } as const;

/** Types of the Terraform provider whose service is retired or which azurerm 4 took out, with what takes their place. Source: azurerm 4 upgrade guide; Azure updates. */
export const retiredTypes: Readonly<Record<string, string>> = {
  azurerm_app_service: 'azurerm_linux_web_app or azurerm_windows_web_app',
  azurerm_app_service_plan: 'azurerm_service_plan',
  azurerm_app_service_slot: 'azurerm_linux_web_app_slot or azurerm_windows_web_app_slot',
  azurerm_function_app: 'azurerm_linux_function_app or azurerm_windows_function_app',
  azurerm_function_app_slot: 'azurerm_linux_function_app_slot or azurerm_windows_function_app_slot',
  azurerm_sql_server: 'azurerm_mssql_server',
  azurerm_sql_database: 'azurerm_mssql_database',
  azurerm_sql_firewall_rule: 'azurerm_mssql_firewall_rule',
  azurerm_sql_elasticpool: 'azurerm_mssql_elasticpool',
  azurerm_sql_virtual_network_rule: 'azurerm_mssql_virtual_network_rule',
  azurerm_sql_failover_group: 'azurerm_mssql_failover_group',
  azurerm_sql_active_directory_administrator: 'the block azuread_administrator of azurerm_mssql_server',
  azurerm_sql_managed_instance: 'azurerm_mssql_managed_instance',
  azurerm_postgresql_server: 'azurerm_postgresql_flexible_server',
  azurerm_mysql_server: 'azurerm_mysql_flexible_server',
  azurerm_mariadb_server: 'azurerm_mysql_flexible_server',
  azurerm_virtual_machine: 'azurerm_linux_virtual_machine or azurerm_windows_virtual_machine',
  azurerm_virtual_machine_scale_set:
    'azurerm_linux_virtual_machine_scale_set or azurerm_orchestrated_virtual_machine_scale_set',
  azurerm_template_deployment: 'azurerm_resource_group_template_deployment',
  azurerm_frontdoor: 'azurerm_cdn_frontdoor_profile',
  azurerm_frontdoor_firewall_policy: 'azurerm_cdn_frontdoor_firewall_policy',
  azurerm_cdn_profile: 'azurerm_cdn_frontdoor_profile',
  azurerm_cdn_endpoint: 'azurerm_cdn_frontdoor_endpoint',
  azurerm_monitor_log_profile: 'azurerm_monitor_diagnostic_setting for the subscription',
  azurerm_data_lake_store: 'azurerm_storage_data_lake_gen2_filesystem',
  azurerm_network_packet_capture: 'azurerm_virtual_machine_packet_capture',
  azurerm_spring_cloud_service: 'azurerm_container_app',
};

/** By language the newest version, major and minor, that its makers patch no more. Source: the end of life that each project publishes. */
export const retiredRuntimes: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  Python: [3, 10],
  PHP: [8, 1],
  'Node.js': [20, 99],
  '.NET': [9, 99],
  Ruby: [3, 2],
  Go: [1, 23],
  Java: [1, 7],
};
