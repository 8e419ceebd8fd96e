import type { Rule } from './rule.ts';

/** Sources: the documentation of the azurerm and google providers, and of AKS, GKE, Azure RBAC and Google's IAM. */
export const azureAndGcpRules: readonly Rule[] = [
  { to: /^azurerm_resource_group$/, forward: 'lives-in' },
  { from: /^azurerm_role_assignment$/, by: /principal_id/, forward: 'goes-with', back: 'partly' },
  { from: /^azurerm_role_assignment$/, by: /^scope$/, forward: 'likely-partly' },
  {
    from: /^azurerm_kubernetes_cluster_node_pool$/,
    to: /^azurerm_kubernetes_cluster$/,
    forward: 'runs-in',
    back: 'one-of',
  },
  {
    from: /^azurerm_(monitor_.*|log_analytics_.*|security_center_.*)$/,
    to: /^(?!azurerm_log_analytics_workspace$)/,
    forward: 'idle',
    back: 'guard',
  },
  { to: /^azurerm_log_analytics_workspace$/, forward: 'guard' },
  {
    from: /^azurerm_subnet_(nat_gateway|route_table)_association$/,
    to: /^azurerm_subnet$/,
    forward: 'goes-with',
    back: 'partly',
  },
  {
    from: /^azurerm_(subnet|network_interface)_network_security_group_association$/,
    to: /^azurerm_(subnet|network_interface)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  {
    from: /^azurerm_network_security_rule$/,
    to: /^azurerm_network_security_group$/,
    forward: 'goes-with',
    back: 'partly',
  },
  {
    from: /^azurerm_virtual_machine_data_disk_attachment$/,
    to: /virtual_machine$/,
    forward: 'goes-with',
    back: 'needs',
  },
  { from: /^azurerm_virtual_machine_data_disk_attachment$/, forward: 'needs' },
  {
    from: /^azurerm_(key_vault_access_policy|.*_firewall_rule|.*_virtual_network_rule|.*_configuration)$/,
    to: /^azurerm_(key_vault|.*_server)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  {
    from: /^azurerm_.*_(security_alert_policy|vulnerability_assessment|auditing_policy|extended_auditing_policy|active_directory_administrator)$/,
    forward: 'goes-with',
    back: 'guard',
  },
  { from: /^azurerm_mssql_database$/, to: /^azurerm_mssql_server$/, forward: 'lives-in' },

  {
    from: /^google_.*_iam_(member|binding|policy)$/,
    to: /^google_service_account$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /^google_.*_iam_(member|binding|policy)$/, forward: 'likely-partly' },
  {
    from: /^google_container_node_pool$/,
    to: /^google_container_cluster$/,
    forward: 'runs-in',
    back: 'one-of',
  },
  { from: /^google_compute_router_nat$/, to: /^google_compute_router$/, forward: 'lives-in', back: 'partly' },
  { from: /^google_compute_router$/, to: /^google_compute_network$/, forward: 'lives-in', back: 'partly' },
  { from: /^google_compute_firewall$/, to: /^google_compute_network$/, forward: 'goes-with', back: 'partly' },
  {
    from: /^google_sql_(database|user)$/,
    to: /^google_sql_database_instance$/,
    forward: 'lives-in',
    back: 'partly',
  },
  { from: /^google_dns_record_set$/, to: /^google_dns_managed_zone$/, forward: 'lives-in' },
  { from: /^google_(logging|monitoring)_/, forward: 'idle', back: 'guard' },
];
