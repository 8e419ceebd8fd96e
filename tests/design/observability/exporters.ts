import type { Here } from '../../../src/design/observability/here.ts';
import { seriesOfMetric, wantedOf } from '../../../src/design/observability/pipeline/cloudwatch.ts';

/** Series of exporters that rules and dashboards may ask for. Source: the metrics pages of each project. */
export const exported: Readonly<Record<string, readonly string[]>> = {
  prometheus: ['up', 'ALERTS', 'prometheus_rule_evaluation_failures_total'],
  alertmanager: ['alertmanager_notifications_total', 'alertmanager_notifications_failed_total'],
  'kube-state-metrics': [
    'kube_cronjob_created',
    'kube_cronjob_spec_suspend',
    'kube_cronjob_status_last_successful_time',
    'kube_horizontalpodautoscaler_spec_max_replicas',
    'kube_horizontalpodautoscaler_spec_min_replicas',
    'kube_horizontalpodautoscaler_status_current_replicas',
    'kube_job_failed',
    'kube_job_owner',
    'kube_job_status_start_time',
    'kube_node_info',
    'kube_node_status_condition',
    'kube_pod_container_resource_limits',
    'kube_pod_container_resource_requests',
    'kube_pod_container_status_last_terminated_reason',
    'kube_pod_container_status_ready',
    'kube_pod_container_status_restarts_total',
    'kube_pod_container_status_waiting_reason',
    'kube_pod_status_unschedulable',
    'kube_replicaset_spec_replicas',
  ],
  kubelet: [
    'container_cpu_usage_seconds_total',
    'container_memory_working_set_bytes',
    'kubelet_volume_stats_available_bytes',
    'kubelet_volume_stats_capacity_bytes',
  ],
  'node-exporter': [
    'node_cpu_seconds_total',
    'node_disk_io_time_seconds_total',
    'node_filesystem_avail_bytes',
    'node_filesystem_size_bytes',
    'node_load1',
    'node_memory_MemAvailable_bytes',
    'node_memory_MemTotal_bytes',
    'node_network_receive_errs_total',
    'node_network_transmit_errs_total',
  ],
  blackbox: ['probe_success', 'probe_ssl_earliest_cert_expiry'],
  'argo-cd': ['argocd_app_info'],
  flux: ['gotk_resource_info'],
  'external-secrets': ['externalsecret_status_condition'],
  'cert-manager': ['certmanager_certificate_expiration_timestamp_seconds'],
  'cloudnative-pg': [
    'cnpg_backends_total',
    'cnpg_collector_pg_wal_archive_status',
    'cnpg_collector_up',
    'cnpg_pg_replication_in_recovery',
    'cnpg_pg_replication_lag',
    'cnpg_pg_settings_setting',
    'cnpg_pg_stat_archiver_last_archived_time',
  ],
  'plugin-barman-cloud': ['barman_cloud_cloudnative_pg_io_last_available_backup_timestamp'],
  'redis-exporter': [
    'redis_evicted_keys_total',
    'redis_memory_max_bytes',
    'redis_memory_used_bytes',
    'redis_up',
  ],
  haproxy: ['haproxy_backend_active_servers'],
  velero: ['velero_backup_last_successful_timestamp'],
  nginx: ['nginx_ingress_controller_requests'],
  'fluent-bit': ['fluentbit_output_dropped_records_total'],
  services: [
    'http_requests_total',
    'http_request_duration_seconds',
    'grpc_server_handled_total',
    'grpc_server_handling_seconds',
  ],
};

/** What the CloudWatch exporter is asked for in an environment, under its own names. */
export function fromCloudwatch(here: Here): readonly string[] {
  return [
    'aws_billing_estimated_charges_maximum',
    ...Object.entries(wantedOf(here)).flatMap(([namespace, wanted]) =>
      wanted.map(([metric, statistic]) => seriesOfMetric(namespace, metric, statistic)),
    ),
  ];
}

/** Names of the series that an expression asks for. */
export function seriesIn(expression: string): readonly string[] {
  const bare = expression
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replaceAll(/\{[^}]*\}/g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(?:by|on|without|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  return [...bare.matchAll(/[a-zA-Z_:][\w:]*(?!\w|:|\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !/^(?:and|or|unless|bool|offset|by|on)$/.test(name));
}
