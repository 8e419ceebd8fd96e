import {
  archiveSeconds,
  type HostedDatabase,
  isArchived,
  mostConnectionsOf,
  volumeGbOf,
} from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';

/** Settings of PostgreSQL that follow from its size; others are those of the operator. */
export function parametersOf(one: HostedDatabase): YamlMap {
  const { memoryMi } = one;
  return {
    shared_buffers: `${Math.floor(memoryMi / 4)}MB`,
    effective_cache_size: `${Math.floor(memoryMi * 0.7)}MB`,
    maintenance_work_mem: `${Math.floor(memoryMi / 16)}MB`,
    max_connections: why(
      String(mostConnectionsOf(one)),
      'Ten megabytes for each, and no more than it can serve.',
    ),
    max_slot_wal_keep_size: why(
      `${Math.max(1, Math.floor(volumeGbOf(one) / 5))}GB`,
      'A standby that is away for long is made anew rather than that its log fills the volume.',
    ),
    ...(isArchived(one) && {
      archive_timeout: why(
        `${archiveSeconds(one)}s`,
        'A segment of the log leaves after this time even if it is not full: half of what may be lost.',
      ),
    }),
    'pg_stat_statements.track': 'top',
  };
}
