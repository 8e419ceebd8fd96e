import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/** Where a resource says with which KMS key its data is encrypted. */
export interface KeyArgument {
  /** from the resource, or from each block of `each` */
  readonly path: readonly string[];
  /** the blocks that each name a key of their own */
  readonly each?: readonly string[];
  /** whether a key can be named here at all; it can unless this says otherwise */
  readonly applies?: (holder: Node) => boolean;
  /** whether a key that is named is not used */
  readonly ignored?: (holder: Node) => boolean;
}

const id: KeyArgument = { path: ['kms_key_id'] };
const arn: KeyArgument = { path: ['kms_key_arn'] };

/** A copy takes the key of what it was made from. */
const notRestored: KeyArgument = {
  path: ['kms_key_id'],
  applies: (body) => !body.has('snapshot_identifier') && !body.has('replicate_source_db'),
};

const disk: KeyArgument = { path: ['kms_key_id'], applies: (body) => !body.has('snapshot_id') };

/** Source: Terraform AWS provider, the arguments of each resource. */
export const keyArguments: Readonly<Record<string, readonly KeyArgument[]>> = {
  aws_ami_copy: [id],
  aws_appflow_connector_profile: [{ path: ['kms_arn'] }],
  aws_appflow_flow: [{ path: ['kms_arn'] }],
  aws_backup_vault: [arn],
  aws_bedrockagent_agent: [{ path: ['customer_encryption_key_arn'] }],
  aws_cloudtrail_event_data_store: [id],
  aws_cloudwatch_log_group: [id],
  aws_codeartifact_domain: [{ path: ['encryption_key'] }],
  aws_codebuild_project: [
    {
      path: ['encryption_key'],
      applies: (body) => body.text('artifacts', 'type') !== 'NO_ARTIFACTS' || body.has('encryption_key'),
    },
  ],
  aws_codepipeline: [{ path: ['encryption_key', 'id'], each: ['artifact_store'] }],
  aws_comprehend_entity_recognizer: [{ path: ['model_kms_key_id'] }, { path: ['volume_kms_key_id'] }],
  aws_connect_instance_storage_config: [
    { each: ['storage_config', 'kinesis_video_stream_config'], path: ['encryption_config', 'key_id'] },
    { each: ['storage_config', 's3_config'], path: ['encryption_config', 'key_id'] },
  ],
  aws_db_instance: [
    {
      path: ['performance_insights_kms_key_id'],
      applies: (body) => body.flag('performance_insights_enabled') === true,
    },
  ],
  aws_db_instance_automated_backups_replication: [id],
  aws_db_snapshot_copy: [id],
  aws_dms_endpoint: [
    {
      path: ['kms_key_arn'],
      applies: (body) => !body.has('s3_settings', 'server_side_encryption_kms_key_id'),
    },
  ],
  aws_dms_replication_instance: [arn],
  aws_dms_s3_endpoint: [arn],
  aws_docdb_cluster: [notRestored],
  aws_dynamodb_table: [
    {
      path: ['server_side_encryption', 'kms_key_arn'],
      ignored: (body) => body.flag('server_side_encryption', 'enabled') !== true,
    },
  ],
  aws_dynamodb_table_replica: [arn],
  aws_ebs_snapshot_copy: [id],
  aws_ebs_volume: [disk],
  aws_ecr_repository: [
    {
      path: ['encryption_configuration', 'kms_key'],
      applies: (body) => !body.text('encryption_configuration', 'encryption_type')?.startsWith('KMS'),
    },
  ],
  aws_efs_file_system: [id],
  aws_elasticache_replication_group: [
    { path: ['kms_key_id'], applies: (body) => !body.has('global_replication_group_id') },
  ],
  aws_elasticsearch_domain: [{ path: ['encrypt_at_rest', 'kms_key_id'] }],
  aws_fsx_lustre_file_system: [
    // a scratch file system takes no key
    { path: ['kms_key_id'], applies: (body) => body.text('deployment_type')?.startsWith('SCRATCH') !== true },
  ],
  aws_fsx_ontap_file_system: [id],
  aws_fsx_openzfs_file_system: [id],
  aws_fsx_windows_file_system: [id],
  aws_imagebuilder_component: [id],
  aws_imagebuilder_image_recipe: [{ each: ['block_device_mapping', 'ebs'], path: ['kms_key_id'] }],
  aws_kendra_index: [{ path: ['server_side_encryption_configuration', 'kms_key_id'] }],
  aws_keyspaces_table: [
    {
      path: ['encryption_specification', 'kms_key_identifier'],
      ignored: (body) => body.text('encryption_specification', 'type') === 'AWS_OWNED_KMS_KEY',
    },
  ],
  aws_kinesis_firehose_delivery_stream: [
    {
      path: ['server_side_encryption', 'key_arn'],
      // what comes from a stream is encrypted there
      applies: (body) => !body.has('kinesis_source_configuration') && !body.has('msk_source_configuration'),
      ignored: (body) => body.text('server_side_encryption', 'key_type') === 'AWS_OWNED_CMK',
    },
  ],
  aws_kinesis_stream: [id],
  aws_kinesis_video_stream: [id],
  aws_lambda_function: [{ path: ['kms_key_arn'], applies: (body) => body.has('environment', 'variables') }],
  aws_memorydb_cluster: [{ path: ['kms_key_arn'], applies: (body) => !body.has('snapshot_name') }],
  aws_memorydb_snapshot: [arn],
  aws_mq_broker: [{ path: ['encryption_options', 'kms_key_id'] }],
  // with something in the block the author has said how the data is encrypted
  aws_msk_cluster: [
    {
      path: ['encryption_info', 'encryption_at_rest_kms_key_arn'],
      applies: (body) => !body.has('encryption_info', 'encryption_in_transit'),
    },
  ],
  aws_neptune_cluster: [{ path: ['kms_key_arn'], applies: (body) => !body.has('snapshot_identifier') }],
  aws_networkfirewall_firewall: [{ path: ['encryption_configuration', 'key_id'] }],
  aws_networkfirewall_rule_group: [{ path: ['encryption_configuration', 'key_id'] }],
  aws_opensearch_domain: [{ path: ['encrypt_at_rest', 'kms_key_id'] }],
  aws_rds_cluster: [notRestored],
  aws_rds_cluster_activity_stream: [id],
  aws_rds_cluster_instance: [
    {
      path: ['performance_insights_kms_key_id'],
      applies: (body) => body.flag('performance_insights_enabled') === true,
    },
  ],
  aws_redshift_cluster: [{ path: ['kms_key_id'], applies: (body) => !body.has('snapshot_identifier') }],
  aws_redshift_snapshot_copy_grant: [id],
  aws_redshiftserverless_namespace: [id],
  aws_s3_bucket_object: [id],
  aws_s3_object_copy: [id],
  aws_sagemaker_domain: [id],
  aws_sagemaker_endpoint_configuration: [arn],
  aws_sagemaker_notebook_instance: [id],
  aws_scheduler_schedule: [arn],
  aws_secretsmanager_secret: [id],
  // without a key a topic is not encrypted and a queue has SQS's own: findings of their own
  aws_sns_topic: [{ path: ['kms_master_key_id'], applies: (body) => body.has('kms_master_key_id') }],
  aws_sqs_queue: [{ path: ['kms_master_key_id'], applies: (body) => body.has('kms_master_key_id') }],
  aws_ssm_parameter: [{ path: ['key_id'], applies: (body) => body.text('type') === 'SecureString' }],
  aws_timestreamwrite_database: [id],
};

/** Whether a key is one that AWS made for its service: `alias/aws/sqs`, also where a data source looks it up. */
export function isKeyOfAws(graph: Graph, resource: Resource, key: Node): boolean {
  if (namesKeyOfAws(key)) return true;
  return graph
    .from(resource)
    .some(
      ({ to, at }) =>
        at === key &&
        ((to.type === 'data.aws_kms_key' && namesKeyOfAws(to.body.peek('key_id'))) ||
          (to.type === 'data.aws_kms_alias' && namesKeyOfAws(to.body.peek('name')))),
    );
}

function namesKeyOfAws(node: Node | undefined): boolean {
  const content = node?.content;
  return typeof content === 'string' && /(^|:)alias\/aws\//.test(content);
}
