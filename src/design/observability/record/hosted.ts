import { type Hosted, type HostedCache, type HostedDatabase, isArchived } from '../../hosted.ts';
import { hostedContainers, hostedMatcher, hostedVolumes } from '../hosted-series.ts';

/** Use, saturation and safety of a datastore in the cluster, by what its exporters tell. */
export function hostedExpressions(one: Hosted): Record<string, string> {
  const used = `sum by (pod) (rate(container_cpu_usage_seconds_total{${hostedContainers(one)}}[5m]))`;
  const volumes = hostedVolumes(one);
  return {
    'datastore:cpu:ratio': `max(${used}) / ${one.cpuMilli / 1000}`,
    'datastore:volume_free:ratio': `min(kubelet_volume_stats_available_bytes{${volumes}} / kubelet_volume_stats_capacity_bytes{${volumes}})`,
    ...(one.type === 'redis' ? ofCache(one) : ofDatabase(one)),
  };
}

function ofDatabase(one: HostedDatabase): Record<string, string> {
  const which = hostedMatcher(one);
  return {
    'datastore:connections:ratio': `max(sum by (pod) (cnpg_backends_total{${which}})) / max(cnpg_pg_settings_setting{${which}, name="max_connections"})`,
    'datastore:instances_up:count': `sum(cnpg_collector_up{${which}}) or vector(0)`,
    'datastore:instances_wanted:count': `vector(${one.instances})`,
    'datastore:primary_up:count': `count(cnpg_pg_replication_in_recovery{${which}} == 0) or vector(0)`,
    'datastore:replication_lag:seconds': `max(cnpg_pg_replication_lag{${which}})`,
    ...(isArchived(one) && {
      // nothing waits where nothing is written
      'datastore:log_waits:seconds': `max((time() - cnpg_pg_stat_archiver_last_archived_time{${which}}) and on (pod) (cnpg_collector_pg_wal_archive_status{${which}, value="ready"} > 0))`,
      'datastore:backup_age:seconds': `time() - max(barman_cloud_cloudnative_pg_io_last_available_backup_timestamp{${which}})`,
      'datastore:may_lose:seconds': `vector(${one.rpoSeconds})`,
    }),
  };
}

function ofCache(one: HostedCache): Record<string, string> {
  const which = hostedMatcher(one);
  return {
    'datastore:memory:ratio': `max(redis_memory_used_bytes{${which}} / redis_memory_max_bytes{${which}})`,
    'datastore:evictions:sum': `sum(increase(redis_evicted_keys_total{${which}}[5m]))`,
    'datastore:instances_up:count': `sum(redis_up{${which}}) or vector(0)`,
    'datastore:instances_wanted:count': `vector(${one.nodes})`,
    'datastore:primary_up:count': `max(haproxy_backend_active_servers{${which}, proxy="primary"}) or vector(0)`,
  };
}
