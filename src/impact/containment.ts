import type { Graph } from '../graph/graph.ts';
import { isServing } from '../graph/kubernetes/pods.ts';
import { itemsAt } from '../graph/look.ts';
import type { Resource } from '../model/resource.ts';
import type { Barrier } from './barrier.ts';
import { computeFinders } from './containment-compute.ts';
import { numberOf, stated } from './stated.ts';

/** What holds the failure of a resource back, and what is missing to hold it back. */
export interface Containment {
  readonly held: readonly Barrier[];
  readonly missing: readonly Barrier[];
}

type Find = (graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]) => void;

const finders: readonly (readonly [RegExp, Find])[] = [
  [/^(Deployment|StatefulSet|ReplicaSet|Rollout\.argoproj\.io)$/, workload],
  [/^Service$/, service],
  [/^aws_db_instance$/, database],
  [/^aws_(rds|docdb|neptune)_cluster$/, databaseCluster],
  [/^aws_elasticache_replication_group$/, cache],
  [/^aws_s3_bucket$/, bucket],
  [/^aws_sqs_queue$/, queue],
  [/^aws_eks_node_group$/, nodeGroup],
  [/^aws_nat_gateway$/, natGateway],
  [/^google_sql_database_instance$/, cloudSql],
  [/^azurerm_(postgresql|mysql)_flexible_server$/, flexibleServer],
  ...computeFinders,
];

/** What holds back the failure of a resource itself. */
export function containmentOf(graph: Graph, resource: Resource): Containment {
  const held: Barrier[] = [];
  const missing: Barrier[] = [];
  for (const [types, find] of finders) if (types.test(resource.type)) find(graph, resource, held, missing);
  return { held, missing };
}

function workload(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  if (!isServing(of.type)) return;
  const scaler = graph.to(of, 'scales').find(({ from }) => from.type === 'HorizontalPodAutoscaler')?.from;
  const said = scaler ? stated(scaler, 'spec', 'minReplicas') : stated(of, 'spec', 'replicas');
  const at = said.node ?? (scaler ?? of).body;
  const pods = numberOf(said) ?? 1;
  if (said.isUnknown) return;
  if (pods >= 2) held.push({ what: `${pods} pods${scaler ? ', kept by its autoscaler' : ''}`, of, at });
  else
    missing.push({ what: pods === 1 ? 'a second pod: it runs one' : 'a pod: it is scaled to none', of, at });
  const [budget] = graph.to(of, 'guards');
  if (budget) held.push({ what: `disruption budget ${budget.from.name}`, of, at: budget.from.body });
  else if (pods >= 2) missing.push({ what: 'a disruption budget', of, at: of.body });
  const spec = of.body.peek('spec', 'template', 'spec');
  const spread = spec?.peek('topologySpreadConstraints') ?? spec?.peek('affinity', 'podAntiAffinity');
  if (spread) held.push({ what: 'its pods are spread', of, at: spread });
  else if (pods >= 2) missing.push({ what: 'pods that are spread over zones', of, at: spec ?? of.body });
}

/** Source: Istio reference, Destination Rule: outlier detection takes failing endpoints out, a pool bounds what waits for them. */
function service(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const rule = graph
    .ofType('DestinationRule.networking.istio.io')
    .find(
      ({ body, unit }) =>
        unit === of.unit && String(body.peek('spec', 'host')?.content ?? '').split('.')[0] === of.name,
    );
  const breaker = rule?.body.peek('spec', 'trafficPolicy', 'outlierDetection');
  if (breaker) held.push({ what: `circuit breaker in DestinationRule ${rule!.name}`, of, at: breaker });
  else if (graph.to(of, 'calls').length > 0)
    missing.push({
      what: 'a circuit breaker between its callers and it; none can be seen here',
      of,
      at: of.body,
    });
}

function database(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const standby = stated(of, 'multi_az');
  if (standby.value === true)
    held.push({ what: 'a standby in a second zone (multi_az)', of, at: standby.node! });
  else if (!standby.isUnknown) missing.push({ what: 'multi_az = true', of, at: standby.node ?? of.body });
  const replica = graph
    .to(of)
    .find(({ from, path }) => from.type === of.type && path?.at(-1) === 'replicate_source_db');
  if (replica) held.push({ what: `read replica ${replica.from.address}`, of, at: replica.from.body });
  backups(of, 'backup_retention_period', held, missing);
}

function databaseCluster(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const instances = graph.to(of).filter(({ from }) => from.type === `${of.type}_instance`);
  if (instances.length >= 2)
    held.push({ what: `${instances.length} instances`, of, at: instances[0]!.from.body });
  else if (instances.length === 1)
    missing.push({ what: 'a second instance to fail over to', of, at: instances[0]!.from.body });
  backups(of, 'backup_retention_period', held, missing, 1);
}

function backups(of: Resource, field: string, held: Barrier[], missing: Barrier[], usual = 0): void {
  const said = stated(of, field);
  if (said.isUnknown) return;
  const days = numberOf(said) ?? usual;
  const at = said.node ?? of.body;
  if (days > 0) held.push({ what: `automated backups of ${days} ${days === 1 ? 'day' : 'days'}`, of, at });
  else if (!of.body.peek('replicate_source_db')) missing.push({ what: 'automated backups', of, at });
}

function cache(_: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const failover = stated(of, 'automatic_failover_enabled');
  if (failover.value === true)
    held.push({ what: 'automatic fail-over to a replica', of, at: failover.node! });
  else if (!failover.isUnknown)
    missing.push({
      what: 'automatic_failover_enabled = true, with a replica',
      of,
      at: failover.node ?? of.body,
    });
}

function bucket(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const part = (type: string) => graph.to(of).find(({ from }) => from.type === type)?.from;
  const versioning = part('aws_s3_bucket_versioning');
  const status = versioning && stated(versioning, 'versioning_configuration', 'status');
  const inline = stated(of, 'versioning', 'enabled');
  if (status?.value === 'Enabled') held.push({ what: 'versioning', of, at: status.node! });
  else if (inline.value === true) held.push({ what: 'versioning', of, at: inline.node! });
  else if (!status?.isUnknown && !inline.isUnknown) missing.push({ what: 'versioning', of, at: of.body });
  const replication = part('aws_s3_bucket_replication_configuration');
  if (replication) held.push({ what: 'replication to another bucket', of, at: replication.body });
  const cdn = graph.to(of).find(({ from }) => from.type === 'aws_cloudfront_distribution')?.from;
  if (cdn) held.push({ what: `${cdn.address} serves what it has cached`, of, at: cdn.body });
}

function queue(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const said = stated(of, 'message_retention_seconds');
  const days = Math.round(((numberOf(said) ?? 345_600) / 86_400) * 10) / 10;
  if (!said.isUnknown)
    held.push({
      what: `keeps messages for ${days} days while nobody takes them`,
      of,
      at: said.node ?? of.body,
    });
  const dead =
    of.body.peek('redrive_policy') ??
    graph
      .to(of)
      .find(({ from, path }) => from.type === 'aws_sqs_queue_redrive_policy' && path?.[0] === 'queue_url')
      ?.from.body;
  const isDead = graph.to(of).some(({ path }) => path?.[0]?.startsWith('redrive'));
  if (dead) held.push({ what: 'a dead-letter queue', of, at: dead });
  else if (!isDead) missing.push({ what: 'a dead-letter queue', of, at: of.body });
}

function nodeGroup(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const cluster = graph.from(of).find(({ to }) => to.type === 'aws_eks_cluster')?.to;
  const groups = cluster
    ? graph.to(cluster).filter(({ from, path }) => from.type === of.type && path?.at(-1) === 'cluster_name')
    : [];
  if (groups.length === 1)
    missing.push({ what: 'a second node group: it is the only one of its cluster', of, at: of.body });
  else if (groups.length > 1)
    held.push({ what: `${groups.length} node groups in its cluster`, of, at: of.body });
  const said = stated(of, 'scaling_config', 'min_size');
  const least = numberOf(said);
  if (least === undefined) return;
  if (least >= 2) held.push({ what: `${least} nodes or more`, of, at: said.node! });
  else missing.push({ what: `a second node: min_size is ${least}`, of, at: said.node! });
}

function natGateway(graph: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const others = graph.ofType(of.type).filter(({ unit }) => unit === of.unit).length - 1;
  if (others > 0)
    held.push({
      what: `${others} more NAT ${others === 1 ? 'gateway' : 'gateways'}, where each zone routes to its own`,
      of,
      at: of.body,
    });
  else missing.push({ what: 'a NAT gateway in each zone: it is the only one', of, at: of.body });
}

function cloudSql(_: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const kind = stated(of, 'settings', 'availability_type');
  if (kind.value === 'REGIONAL')
    held.push({ what: 'a standby in a second zone (REGIONAL)', of, at: kind.node! });
  else if (!kind.isUnknown)
    missing.push({ what: 'availability_type = "REGIONAL"', of, at: kind.node ?? of.body });
  const backup = stated(of, 'settings', 'backup_configuration', 'enabled');
  if (backup.value === true) held.push({ what: 'automated backups', of, at: backup.node! });
  else if (!backup.isUnknown) missing.push({ what: 'automated backups', of, at: backup.node ?? of.body });
}

function flexibleServer(_: Graph, of: Resource, held: Barrier[], missing: Barrier[]): void {
  const standby = itemsAt(of.body, 'high_availability')[0] ?? of.body.peek('high_availability');
  if (standby) held.push({ what: 'a standby (high_availability)', of, at: standby });
  else missing.push({ what: 'a high_availability block', of, at: of.body });
}
