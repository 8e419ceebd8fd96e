import { behaviours } from '../../../data/availability/promises.ts';
import { isSelectedForBackup } from '../../graph/aws/backups.ts';
import { regionOf } from '../../graph/aws/regions.ts';
import type { Graph } from '../../graph/graph.ts';
import { isBackedUp } from '../../graph/kubernetes/backups.ts';
import { claims } from '../../graph/kubernetes/claims.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import type { Managed } from '../platform/managed.ts';
import type { Platform } from '../platform/platform.ts';
import { postgresClusterType } from '../platform/postgres-clusters.ts';
import { flagAt, isUnknownAt, numberAt } from '../platform/reading.ts';
import { ofPostgresCluster } from './postgres-recovery.ts';
import { hoursBetween } from './schedule-interval.ts';
import { type Target, targetFor } from './targets.ts';

/** A figure in seconds: known, `never` (nothing brings the data back), or not told. */
export type Figure = number | 'never' | undefined;

/** What is lost and how long it takes when a store of data fails, beside what is asked of it. */
export interface Recovery {
  readonly resource: Resource;
  readonly as: string;
  /** data that is lost when the store itself is lost or spoiled */
  readonly rpo: Figure;
  readonly rpoBy: string;
  /** until it serves again after its machine fails */
  readonly failover: string;
  /** until it is restored from what is kept */
  readonly rto: Figure;
  readonly steps: readonly string[];
  /** whether what is kept lies in another region as well */
  readonly elsewhere: 'yes' | 'no' | 'not told';
  readonly target?: Target;
  readonly misses: readonly string[];
}

const minute = 60;
const hour = 3600;

/** Every store of data of a platform. */
export function recoveriesOf(graph: Graph, platform: Platform): readonly Recovery[] {
  const stores = [
    ...platform.managed
      .filter(({ kind, resource }) => kind !== 'queue' && kind !== 'stream' && !keepsLogs(resource))
      .map((one) => ofManaged(graph, one, platform)),
    ...platform.workloads.filter(({ zonal }) => zonal).map((one) => ofVolumes(graph, one.resource, platform)),
  ];
  return stores.map((store) => {
    const target = targetFor(store.resource, platform.settings.recovery ?? {});
    return target ? { ...store, target, misses: missedTargets(store, target) } : store;
  });
}

/** A bucket of logs is written once and read seldom: nothing stops without it. */
function keepsLogs({ type, name, body }: Resource): boolean {
  return (
    type === 'aws_s3_bucket' &&
    /(^|[-_.])logs?($|[-_.])/.test(`${name} ${textAt(body, 'bucket')}`.replace(' ', '.'))
  );
}

/** What of a target does not hold, in words. */
export function missedTargets(
  { rpo, rto, rpoBy }: Pick<Recovery, 'rpo' | 'rto' | 'rpoBy'>,
  target: Target,
): readonly string[] {
  const found: string[] = [];
  if (target.rpo !== undefined && (rpo === 'never' || (rpo !== undefined && rpo > target.rpo)))
    found.push(
      `may lose ${rpo === 'never' ? 'everything' : inWords(rpo!)}, and ${inWords(target.rpo)} at most is asked for: ${rpoBy}`,
    );
  if (target.rto !== undefined && (rto === 'never' || (rto !== undefined && rto > target.rto)))
    found.push(
      `${rto === 'never' ? 'nothing brings it back' : `takes ${inWords(rto!)} to come back`}, and ${inWords(target.rto)} is asked for`,
    );
  return found;
}

export function inWords(seconds: number): string {
  if (seconds < 2 * minute) return `${seconds} seconds`;
  if (seconds < 2 * hour) return `${Math.round(seconds / minute)} minutes`;
  return seconds < 48 * hour
    ? `${Math.round((10 * seconds) / hour) / 10} hours`
    : `${Math.round(seconds / hour / 24)} days`;
}

function ofManaged(graph: Graph, managed: Managed, platform: Platform): Recovery {
  const { resource, as, onPrimaryLoss } = managed;
  const kept = keptOf(graph, resource);
  const known = onPrimaryLoss && behaviours[onPrimaryLoss].seconds;
  const failover = onPrimaryLoss
    ? `${behaviours[onPrimaryLoss].what}${known ? `: ${known[1]} seconds at most` : ''}`
    : 'the provider hides the failure of a machine';
  return {
    resource,
    as,
    ...kept,
    failover,
    rto: restoring(kept.rpo, platform),
    steps: stepsOf(resource, kept.rpo),
    elsewhere: elsewhereOf(graph, resource),
    misses: [],
  };
}

/** What is kept of a store, and how old it is at most. */
function keptOf(graph: Graph, resource: Resource): { readonly rpo: Figure; readonly rpoBy: string } {
  const { type, body } = resource;
  const planned = plannedBackup(graph, resource);
  const nothing = planned ?? { rpo: 'never' as const, rpoBy: 'nothing in the repository backs it up' };
  if (type === 'aws_db_instance' || type === 'aws_rds_cluster') {
    if (isUnknownAt(body, 'backup_retention_period'))
      return { rpo: undefined, rpoBy: 'its backup retention is not known' };
    // Aurora keeps a day where nothing is said, RDS nothing
    const days = numberAt(body, 'backup_retention_period') ?? (type === 'aws_rds_cluster' ? 1 : 0);
    if (days > 0)
      return {
        rpo: 5 * minute,
        rpoBy: `automated backups of ${days} days; logs are kept every 5 minutes (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html)`,
      };
    return planned ?? { rpo: 'never', rpoBy: 'its automated backups are off (backup_retention_period = 0)' };
  }
  if (/^aws_elasticache/.test(type)) {
    const days = numberAt(body, 'snapshot_retention_limit') ?? 0;
    return days > 0 ? { rpo: 24 * hour, rpoBy: `a snapshot a day, kept for ${days} days` } : nothing;
  }
  if (type === 'aws_dynamodb_table')
    return flagAt(body, 'point_in_time_recovery', 'enabled') === true
      ? { rpo: 5 * minute, rpoBy: 'point-in-time recovery, which reaches to about 5 minutes ago' }
      : nothing;
  if (type === 'aws_s3_bucket') {
    if (planned) return planned;
    const versioned = graph
      .to(resource)
      .some(
        ({ from }) =>
          from.type === 'aws_s3_bucket_versioning' &&
          textAt(from.body, 'versioning_configuration', 'status') === 'Enabled',
      );
    return versioned
      ? { rpo: 0, rpoBy: 'versions, which a deleted or overwritten object comes back from' }
      : nothing;
  }
  if (type === 'google_sql_database_instance') {
    const backup = body.peek('settings', 'backup_configuration');
    if (flagAt(backup, 'point_in_time_recovery_enabled') === true)
      return { rpo: 5 * minute, rpoBy: 'point-in-time recovery' };
    return flagAt(backup, 'enabled') === true ? { rpo: 24 * hour, rpoBy: 'a backup a day' } : nothing;
  }
  return nothing;
}

/** A plan of AWS Backup whose selection names it. */
function plannedBackup(
  graph: Graph,
  resource: Resource,
): { readonly rpo: Figure; readonly rpoBy: string } | undefined {
  if (!isSelectedForBackup(graph, resource)) return undefined;
  for (const { from } of graph.to(resource))
    for (const { to } of from.type === 'aws_backup_selection' ? graph.from(from) : [])
      for (const rule of to.type === 'aws_backup_plan' ? itemsAt(to.body, 'rule') : []) {
        const hours = hoursBetween(textAt(rule, 'schedule'));
        return {
          rpo: hours === undefined ? undefined : hours * hour,
          rpoBy: `${to.address}: ${textAt(rule, 'schedule') || 'its schedule is not told'}`,
        };
      }
  return { rpo: undefined, rpoBy: 'AWS Backup, by a plan that is not in the repository' };
}

function ofVolumes(graph: Graph, resource: Resource, platform: Platform): Recovery {
  if (resource.type === postgresClusterType) {
    const kept = ofPostgresCluster(graph, resource);
    return {
      resource,
      ...kept,
      rto: restoring(kept.rpo, platform),
      steps: stepsOf(resource, kept.rpo),
      misses: [],
    };
  }
  const own = graph
    .select(claims)
    .filter(
      (claim) =>
        claim.resource === resource || graph.from(resource, 'mounts').some(({ to }) => to === claim.resource),
    );
  const saved = own.length > 0 && own.every((claim) => isBackedUp(graph, claim));
  const schedule = graph
    .ofType('Schedule.velero.io')
    .map(({ body }) => hoursBetween(textAt(body, 'spec', 'schedule')))[0];
  const rpo: Figure = saved ? (schedule === undefined ? undefined : schedule * hour) : 'never';
  return {
    resource,
    as: 'volumes of pods, each in one zone',
    rpo,
    rpoBy: saved
      ? 'something in the repository may back its volumes up; which and how often is not told here'
      : 'nothing in the repository backs its volumes up',
    failover: 'its volume is attached to another node of the same zone; see the loss of a node',
    rto: restoring(rpo, platform),
    steps: stepsOf(resource, rpo),
    elsewhere: saved ? 'not told' : 'no',
    misses: [],
  };
}

function restoring(rpo: Figure, { settings }: Platform): Figure {
  if (rpo === 'never') return 'never';
  return settings.restoreMinutes === undefined ? undefined : settings.restoreMinutes * minute;
}

function stepsOf({ type }: Resource, rpo: Figure): readonly string[] {
  if (rpo === 'never') return ['there is nothing to restore from'];
  if (type === 'aws_s3_bucket')
    return ['bring the wanted versions back, or restore from the backup into a new bucket'];
  return [
    'notice, and decide to restore',
    'restore beside what is there',
    'compare what was lost',
    'lead the callers to it',
  ];
}

/** Whether a copy is kept in another region. */
function elsewhereOf(graph: Graph, resource: Resource): Recovery['elsewhere'] {
  const home = regionOf(graph, resource)?.content;
  for (const { from } of graph.to(resource)) {
    if (
      from.type === 'aws_db_instance_automated_backups_replication' ||
      from.type === 'aws_s3_bucket_replication_configuration'
    )
      return 'yes';
    if (from.type !== 'aws_backup_selection') continue;
    for (const { to: plan } of graph.from(from))
      for (const { to: vault } of plan.type === 'aws_backup_plan' ? graph.from(plan) : []) {
        if (vault.type !== 'aws_backup_vault') continue;
        const region = regionOf(graph, vault)?.content;
        if (typeof region === 'string' && typeof home === 'string' && region !== home) return 'yes';
      }
  }
  return 'no';
}
