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
  const recovers = `cnpg_pg_replication_in_recovery{${which}}`;
  const leading = `count(${recovers} == 0)`;
  const lag = `max(cnpg_pg_replication_lag{${which}})`;
  return {
    'datastore:connections:ratio': `max(sum by (pod) (cnpg_backends_total{${which}})) / max(cnpg_pg_settings_setting{${which}, name="max_connections"})`,
    'datastore:instances_up:count': `sum(cnpg_collector_up{${which}}) or vector(0)`,
    'datastore:instances_wanted:count': `vector(${one.instances})`,
    ...(one.follows
      ? {
          // nobody has to take writes until one has, within a day
          'datastore:primary_up:count': `${leading} or (vector(0) and on () min(min_over_time(${recovers}[1d])) == 0) or vector(1)`,
          // before that, all of them are as old as the copies that they read
          'datastore:replication_lag:seconds': `${lag} and on () ${leading} > 0`,
          'datastore:followed:seconds': `time() - max(cnpg_pg_stat_archiver_last_archived_time{${which}})`,
        }
      : {
          'datastore:primary_up:count': `${leading} or vector(0)`,
          'datastore:replication_lag:seconds': lag,
        }),
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
