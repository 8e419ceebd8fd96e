import type { RelationKind } from '../model/relation.ts';
import type { Resource } from '../model/resource.ts';
import { isOnInternet } from './gcp/exposure.ts';
import type { Graph } from './graph.ts';
import { doorTo, isDoor } from './kubernetes/traffic.ts';

const production = /^(prod|production|prd|live)$/i;

/** Types that keep data which a later apply cannot bring back. */
const dataTypes = new Set([
  'StatefulSet',
  'PersistentVolumeClaim',
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_s3_bucket',
  'aws_dynamodb_table',
  'aws_efs_file_system',
  'aws_ebs_volume',
  'aws_elasticache_replication_group',
  'aws_redshift_cluster',
  'aws_docdb_cluster',
  'aws_neptune_cluster',
  'aws_opensearch_domain',
  'azurerm_storage_account',
  'azurerm_postgresql_flexible_server',
  'azurerm_postgresql_server',
  'azurerm_mysql_flexible_server',
  'azurerm_mysql_server',
  'azurerm_mariadb_server',
  'azurerm_mssql_server',
  'azurerm_mssql_database',
  'azurerm_mssql_managed_instance',
  'azurerm_sql_server',
  'azurerm_sql_database',
  'azurerm_cosmosdb_account',
  'azurerm_redis_cache',
  'azurerm_managed_disk',
  'azurerm_key_vault',
  'azurerm_netapp_volume',
  'azurerm_kusto_cluster',
  'azurerm_recovery_services_vault',
  'google_storage_bucket',
  'google_sql_database_instance',
  'google_alloydb_cluster',
  'google_bigquery_dataset',
  'google_bigquery_table',
  'google_bigtable_instance',
  'google_compute_disk',
  'google_filestore_instance',
  'google_firestore_database',
  'google_redis_instance',
  'google_spanner_database',
]);

/** Types that answer requests of others: how many need one says how far its failure reaches. */
const servingTypes = new Set([
  'Service',
  'Deployment',
  'StatefulSet',
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_elasticache_replication_group',
  'aws_eks_cluster',
  'aws_lb',
  'aws_nat_gateway',
  'azurerm_kubernetes_cluster',
  'google_container_cluster',
  'google_sql_database_instance',
]);

/** What makes a fault in this resource weigh more, in words. */
export function circumstancesOf(graph: Graph, resource: Resource): readonly string[] {
  const known = graph.derive(key, () => new Map<Resource, readonly string[]>());
  let words = known.get(resource);
  if (!words) {
    const found: string[] = [];
    if (isProduction(resource)) found.push('production');
    if (isReachable(graph, resource)) found.push('reachable from the internet');
    if (dataTypes.has(resource.type)) found.push('holds data');
    if (dependants(graph, resource) >= many) found.push('much depends on it');
    words = found;
    known.set(resource, words);
  }
  return words;
}

const key = Symbol('circumstances');

/** From so many on, what fails here fails widely. */
const many = 5;

/** Relations whose start does not need their end: they watch or limit it. */
const besides: ReadonlySet<RelationKind> = new Set(['guards', 'isolates', 'scales', 'scrapes']);

/** How many resources need this one directly. An output passes a value on, and needs nothing itself. */
function dependants(graph: Graph, resource: Resource): number {
  if (!servingTypes.has(resource.type)) return 0;
  const needing = graph
    .to(resource)
    .filter(({ kind, from }) => !besides.has(kind) && from.type !== 'output' && from.type !== 'module');
  return new Set(needing.map(({ from }) => from.address)).size;
}

export function isProduction({ unit }: Resource): boolean {
  return unit.production ?? (unit.environment !== undefined && production.test(unit.environment));
}

/** Whether it stands in an environment that is named and not production, where an interruption hurts nobody. */
export function isNonProduction(resource: Resource): boolean {
  return resource.unit.environment !== undefined && !isProduction(resource);
}

/** Whether traffic from outside comes in here: an Ingress, a Service that is open, what stands behind one, a public resource of a cloud. */
function isReachable(graph: Graph, resource: Resource): boolean {
  if (resource.type.startsWith('google_')) return isOnInternet(graph, resource);
  if (resource.source !== 'kubernetes') return false;
  if (resource.type === 'Ingress') return true;
  return resource.type === 'Service' ? isDoor(graph, resource) : doorTo(graph, resource) !== undefined;
}
