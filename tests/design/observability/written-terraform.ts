import type { Architecture } from '../../../src/design/architecture.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { readFiles } from '../../support/read-example.ts';

/** What Terraform would make of what is written for an environment, as Plinth reads it. */
export async function writtenGraph(architecture: Architecture, environment: string): Promise<Graph> {
  const kept = [...terraform.write(architecture)].filter(
    ([path]) =>
      path.endsWith('.tf') &&
      (path.startsWith('terraform/modules/') || path.startsWith(`terraform/environments/${environment}/`)),
  );
  return (await readFiles(Object.fromEntries(kept.map(([path, text]) => [path, applied(text)])))).graph;
}

/** What only AWS names, as it might. */
function applied(text: string): string {
  return text
    .replaceAll(/local\.platform\.\w+_load_balancer/g, '"app/entrance/0123456789abcdef"')
    .replaceAll(/module\.(\w+)\.target_group/g, '"targetgroup/$1/0123456789abcdef"');
}

/** Texts of an attribute, over all resources of a type. */
function namesOf(graph: Graph, type: string, attribute: string): string[] {
  return graph.ofType(type).flatMap((one) => textOf(one, attribute) ?? []);
}

function textOf(resource: Resource, ...path: string[]): string | undefined {
  const found = resource.body.peek(...path)?.content;
  return typeof found === 'string' ? found : undefined;
}

const named: Readonly<Record<string, readonly [type: string, attribute: string]>> = {
  QueueName: ['aws_sqs_queue', 'name'],
  RuleName: ['aws_cloudwatch_event_rule', 'name'],
  FunctionName: ['aws_lambda_function', 'function_name'],
  ApiName: ['aws_api_gateway_rest_api', 'name'],
  DBInstanceIdentifier: ['aws_db_instance', 'identifier'],
  TableName: ['aws_dynamodb_table', 'name'],
  BackupVaultName: ['aws_backup_vault', 'name'],
  ClusterName: ['aws_ecs_cluster', 'name'],
  ServiceName: ['aws_ecs_service', 'name'],
  TopicName: ['aws_sns_topic', 'name'],
  BucketName: ['aws_s3_bucket', 'bucket'],
};

/** Why a dimension leads to nothing that is written; `undefined` where it leads to something. */
export function missingBehind(graph: Graph, dimension: string, value: string): string | undefined {
  const [type, attribute] = named[dimension] ?? [];
  if (dimension === 'CacheClusterId') {
    const groups = namesOf(graph, 'aws_elasticache_replication_group', 'replication_group_id');
    return groups.some((one) => value.startsWith(`${one}-0`)) ? undefined : `no cache ${value}`;
  }
  if (/^(app|targetgroup)\//.test(value)) return undefined;
  // the one stage of each API
  if (dimension === 'Stage') return value === 'live' ? undefined : `no stage ${value}`;
  if (dimension === 'Currency' || dimension === 'StorageType') return undefined;
  if (!type) return `nobody knows what ${dimension} names`;
  return namesOf(graph, type, attribute!).includes(value) ? undefined : `no ${type} ${value}`;
}
