import type { Datastore } from '../../datastore.ts';
import { type Hosted, isArchived, isHosted } from '../../hosted.ts';
import { hostedMatcher, hostedPod, hostedVolume } from '../hosted-series.ts';
import { datastoreAlert } from './datastore-alert.ts';

const hosted = (one: Datastore) => one as Hosted;
const isDatabase = (one: Datastore) => isHosted(one) && one.type === 'postgres';
const isKept = (one: Datastore) => isHosted(one) && isArchived(one);
const gibibytes = (amount: number) => `${amount * 1024 ** 3}x60`;

/** The series that says how many take writes. */
function primary(one: Hosted, samples: string): Record<string, string> {
  return one.type === 'redis'
    ? { [`haproxy_backend_active_servers{${hostedMatcher(one)}, proxy="primary"}`]: samples }
    : recovering(one, samples === '0x60' ? '0x10 1x50' : one.follows ? '1x60' : '0x60');
}

/** Whether its first instance follows another one. */
function recovering(one: Hosted, samples: string): Record<string, string> {
  return { [`cnpg_pg_replication_in_recovery{${hostedPod(one)}}`]: samples };
}

function up(one: Hosted, count: number): Record<string, string> {
  const metric = one.type === 'redis' ? 'redis_up' : 'cnpg_collector_up';
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${metric}{${hostedMatcher(one)}, pod="${one.name}-${at + 1}"}`,
      '1x60',
    ]),
  );
}

const instancesOf = (one: Hosted) => ('instances' in one ? one.instances : one.nodes);

export const datastoreHasNoPrimary = datastoreAlert({
  name: 'DatastoreHasNoPrimary',
  runbook: 'datastore-has-no-primary',
  severity: 'critical',
  expr: 'datastore:primary_up:count < 1',
  for: '3m',
  summary: '{{ $labels.datastore }} takes no writes',
  description:
    'No instance of {{ $labels.datastore }} has been the primary for three minutes: whatever writes to it fails, and nobody was promoted by itself.',
  concerns: isHosted,
  bad: (one) => primary(hosted(one), '0x60'),
  good: (one) => primary(hosted(one), '1x60'),
  quiet: (one) => primary(hosted(one), '1x60'),
  badIs: 'no instance takes writes',
  goodIs: 'one instance takes writes',
});

export const datastoreInstanceMissing = datastoreAlert({
  name: 'DatastoreInstanceMissing',
  runbook: 'datastore-instance-missing',
  expr: 'datastore:instances_up:count < datastore:instances_wanted:count',
  for: '15m',
  summary: '{{ $labels.datastore }} has fewer instances than it should',
  description:
    'An instance of {{ $labels.datastore }} has been away for a quarter of an hour: with the next one that fails, it may take no writes.',
  concerns: isHosted,
  bad: (one) => up(hosted(one), instancesOf(hosted(one)) - 1),
  good: (one) => up(hosted(one), instancesOf(hosted(one))),
  quiet: (one) => up(hosted(one), instancesOf(hosted(one))),
  badIs: 'one instance is away',
  goodIs: 'all instances are there',
});

export const databaseReplicaLags = datastoreAlert({
  name: 'DatabaseReplicaLags',
  runbook: 'database-replica-lags',
  expr: 'datastore:replication_lag:seconds > 60',
  for: '10m',
  summary: 'A standby of {{ $labels.datastore }} is behind',
  description:
    'A standby of {{ $labels.datastore }} has been more than a minute behind its primary for ten minutes: what is read there is old, and if it is promoted, that much may be missing.',
  concerns: isDatabase,
  bad: (one) => ({ ...recovering(hosted(one), '0x60'), ...lagOf(hosted(one), '300x60') }),
  good: (one) => ({ ...recovering(hosted(one), '0x60'), ...lagOf(hosted(one), '2x20 90x5 2x40') }),
  badIs: 'a standby is five minutes behind',
  goodIs: 'a standby was behind for five minutes',
});

function lagOf(one: Hosted, samples: string): Record<string, string> {
  return { [`cnpg_pg_replication_lag{${hostedPod(one)}}`]: samples };
}

export const databaseFollowsNothing = datastoreAlert({
  name: 'DatabaseFollowsNothing',
  runbook: 'database-follows-nothing',
  // a backup ends a segment of the log, so that one comes each day even where nothing is written
  expr: `datastore:followed:seconds > ${26 * 3600}`,
  for: '30m',
  summary: '{{ $labels.datastore }} follows nothing any more',
  description:
    'Nothing of the log of {{ $labels.datastore }} has arrived in this region for 26 hours, though each backup sends some: if the other region is lost now, all that was written since is lost.',
  concerns: (one) => isHosted(one) && 'follows' in one && one.follows === true,
  bad: (one) => arrived(hosted(one), -27 * 3600),
  good: (one) => arrived(hosted(one), -20 * 3600),
  badIs: 'the last segment came yesterday before noon',
  goodIs: 'one came with the last backup, and nothing was written since',
});

function arrived(one: Hosted, at: number): Record<string, string> {
  return { [`cnpg_pg_stat_archiver_last_archived_time{${hostedPod(one)}}`]: `${at}x60` };
}

export const databaseLogNotArchived = datastoreAlert({
  name: 'DatabaseLogNotArchived',
  runbook: 'database-log-not-archived',
  severity: 'critical',
  expr: 'datastore:log_waits:seconds > datastore:may_lose:seconds',
  for: '5m',
  summary: 'The log of {{ $labels.datastore }} does not reach its archive',
  description:
    'The log of {{ $labels.datastore }} has not reached S3 for longer than may be lost by the blueprint; what waits fills its volume, and when that is full it stops.',
  concerns: isKept,
  bad: (one) => logOf(hosted(one), 12),
  good: (one) => logOf(hosted(one), 0),
  badIs: 'segments wait, and the last that left did so long ago',
  goodIs: 'the last one left long ago, but nothing waits: nothing was written',
});

/** A log of which the last segment left two days before the first sample, and so many wait. */
function logOf(one: Hosted, waiting: number): Record<string, string> {
  return {
    [`cnpg_pg_stat_archiver_last_archived_time{${hostedPod(one)}}`]: '-172800x60',
    [`cnpg_collector_pg_wal_archive_status{${hostedPod(one)}, value="ready"}`]: `${waiting}x60`,
  };
}

const backup = 'barman_cloud_cloudnative_pg_io_last_available_backup_timestamp';

export const databaseBackupTooOld = datastoreAlert({
  name: 'DatabaseBackupTooOld',
  runbook: 'database-backup-too-old',
  // a day, and two hours to finish in
  expr: `datastore:backup_age:seconds > ${26 * 3600}`,
  for: '30m',
  summary: 'The last backup of {{ $labels.datastore }} is more than a day old',
  description:
    'No backup of {{ $labels.datastore }} has been finished for 26 hours. Its log still reaches the archive, but a restore has to read all of it since the last backup.',
  concerns: isKept,
  bad: (one) => ({ [`${backup}{${hostedPod(hosted(one))}}`]: `-${27 * 3600}x60` }),
  good: (one) => ({ [`${backup}{${hostedPod(hosted(one))}}`]: '-20000x60' }),
  badIs: 'the last one is of yesterday before noon',
  goodIs: 'there is one of last night',
});

export const datastoreVolumeLow = datastoreAlert({
  name: 'DatastoreVolumeLow',
  runbook: 'datastore-volume-low',
  expr: 'datastore:volume_free:ratio < 0.15',
  for: '15m',
  summary: 'A volume of {{ $labels.datastore }} is filling up',
  description:
    'Less than 15 % of a volume of {{ $labels.datastore }} is free. It does not grow by itself; when nothing is free, the instance on it stops.',
  concerns: isHosted,
  bad: (one) => volume(hosted(one), 5),
  good: (one) => volume(hosted(one), 40),
  badIs: 'a twentieth is free',
  goodIs: 'two fifths are free',
});

function volume(one: Hosted, free: number): Record<string, string> {
  return {
    [`kubelet_volume_stats_available_bytes{${hostedVolume(one)}}`]: gibibytes(free),
    [`kubelet_volume_stats_capacity_bytes{${hostedVolume(one)}}`]: gibibytes(100),
  };
}
