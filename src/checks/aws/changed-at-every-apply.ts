import { resources } from '../../graph/selector.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
import { check, type Fault } from '../check.ts';

/** Arguments of what keeps data that make Terraform replace it when they change. Source: Terraform AWS provider, "Forces new resource". */
const replacing: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: [
    'identifier',
    'db_name',
    'username',
    'availability_zone',
    'snapshot_identifier',
    'kms_key_id',
  ],
  aws_rds_cluster: [
    'cluster_identifier',
    'database_name',
    'master_username',
    'snapshot_identifier',
    'kms_key_id',
  ],
  aws_docdb_cluster: ['cluster_identifier', 'master_username', 'snapshot_identifier', 'kms_key_id'],
  aws_neptune_cluster: ['cluster_identifier', 'snapshot_identifier', 'kms_key_arn'],
  aws_dynamodb_table: ['name', 'hash_key', 'range_key'],
  aws_s3_bucket: ['bucket', 'bucket_prefix'],
  aws_efs_file_system: ['creation_token', 'kms_key_id'],
  aws_ebs_volume: ['availability_zone', 'snapshot_id', 'kms_key_id'],
  aws_elasticache_replication_group: ['replication_group_id', 'snapshot_name', 'kms_key_id'],
  aws_redshift_cluster: ['cluster_identifier', 'snapshot_identifier', 'master_username'],
  aws_opensearch_domain: ['domain_name'],
  aws_kinesis_stream: ['name'],
  aws_msk_cluster: ['cluster_name'],
  aws_sqs_queue: ['name'],
  aws_eks_cluster: ['name'],
  aws_kms_key: [],
};

/** Arguments that are only written again: the plan is never empty, and nobody reads it any more. */
const rewritten: readonly string[] = ['final_snapshot_identifier', 'tags', 'description'];

export default check({
  id: 'aws/changed-at-every-apply',
  title: 'Data that every apply would replace',
  dimension: 'disaster-recovery',
  severity: 'critical',
  why: 'timestamp() and uuid() give another value in every run. In an argument that cannot be changed in place they make Terraform delete what keeps the data and put an empty one in its place, with every apply. Elsewhere they make a plan that is never empty, in which a change that matters is not seen. Use a random_id, or time_static, which are kept in the state.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/functions/timestamp',
    'https://developer.hashicorp.com/terraform/language/functions/uuid',
    'https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/id',
  ],
  visits: resources(...Object.keys(replacing)),
  judge({ resource, node }): readonly Fault[] {
    return [...replacing[resource.type]!, ...rewritten].flatMap((name) =>
      faultAt(resource, node.peek(name), name),
    );
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  identifier        = "orders-${formatdate("YYYYMMDD", timestamp())}"\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  identifier        = "orders"\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n}\n',
  },
});

function faultAt(resource: Resource, argument: Node | undefined, name: string): readonly Fault[] {
  const source = argument && changing(argument);
  if (!argument || !source || isIgnored(resource, name)) return [];
  const replaces = replacing[resource.type]!.includes(name);
  return [
    {
      message: replaces
        ? `Every apply replaces ${resource.address} and what it holds: ${name} is made with ${source}, which gives another value in every run. Write the name down, or take a random_id.`
        : `No plan of ${resource.address} is ever empty: ${name} is made with ${source}, which gives another value in every run. Take a random_id or time_static, or ignore_changes.`,
      at: argument,
      key: name,
      ...(!replaces && { severity: 'low' as const }),
    },
  ];
}

const sources: readonly (readonly [RegExp, string])[] = [
  [/^the time of the run decides it/, 'timestamp()'],
  [/^the time of the plan decides it/, 'plantimestamp()'],
  [/^uuid gives/, 'uuid()'],
];

/** The function that gives another value in every run, where a value comes from one; tags are looked through. */
function changing(node: Node): string | undefined {
  const { content } = node;
  if (content instanceof Unknown) return sources.find(([reason]) => reason.test(content.reason))?.[1];
  if (!(content instanceof Mapping)) return undefined;
  return content.nodes.map(changing).find((source) => source !== undefined);
}

function isIgnored({ body }: Resource, name: string): boolean {
  const ignored = body.peek('lifecycle', 'ignore_changes')?.content;
  return (
    typeof ignored === 'string' && (ignored.trim() === 'all' || new RegExp(`\\b${name}\\b`).test(ignored))
  );
}
