import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import type { Graph } from './graph.ts';

/** The attribute by which applications know a cloud resource of a type. */
const nameAttributes: Readonly<Record<string, string>> = {
  aws_sqs_queue: 'name',
  aws_sns_topic: 'name',
  aws_s3_bucket: 'bucket',
  aws_dynamodb_table: 'name',
  aws_kinesis_stream: 'name',
  aws_secretsmanager_secret: 'name',
  aws_db_instance: 'identifier',
  aws_rds_cluster: 'cluster_identifier',
  aws_elasticache_replication_group: 'replication_group_id',
  google_storage_bucket: 'name',
  google_pubsub_topic: 'name',
  google_pubsub_subscription: 'name',
  google_secret_manager_secret: 'secret_id',
  google_sql_database_instance: 'name',
  azurerm_storage_account: 'name',
  azurerm_servicebus_namespace: 'name',
  azurerm_eventhub_namespace: 'name',
  azurerm_cosmosdb_account: 'name',
  azurerm_mssql_server: 'name',
  azurerm_postgresql_flexible_server: 'name',
  azurerm_mysql_flexible_server: 'name',
  azurerm_redis_cache: 'name',
  azurerm_key_vault: 'name',
  azurerm_app_configuration: 'name',
};

/** A cloud resource whose name is known before the apply. */
export interface Named {
  readonly resource: Resource;
  readonly name: string;
  /** where the name is written */
  readonly node: Node;
}

/** Cloud resources by name. Names that are too short to be told from other words are left out. */
export function namedResources(graph: Graph): ReadonlyMap<string, readonly Named[]> {
  return graph.derive(namedResources, () => {
    const found = new Map<string, Named[]>();
    for (const [type, attribute] of Object.entries(nameAttributes))
      for (const resource of graph.ofType(type)) {
        const node = resource.body.peek(attribute);
        if (typeof node?.content !== 'string' || node.content.length < 6) continue;
        const list = found.get(node.content) ?? [];
        list.push({ resource, name: node.content, node });
        found.set(node.content, list);
      }
    return found;
  });
}

/** The words of a value that could be names: `https://sqs.eu-west-1.amazonaws.com/1234/shop-orders` holds `shop-orders`. */
export function wordsOf(text: string): readonly string[] {
  const words = text.split(/[^A-Za-z0-9_.-]+/).filter((word) => word.length >= 6);
  // a bucket or database may be the first label of a host name
  return [
    ...new Set(
      words.flatMap((word) => (word.includes('.') ? [word, word.slice(0, word.indexOf('.'))] : [word])),
    ),
  ];
}
