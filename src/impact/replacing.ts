import type { Resource } from '../model/resource.ts';

/**
 * Attributes whose change makes the provider replace the resource.
 * Source: "Forces new resource" in the documentation of the aws, google and azurerm providers.
 */
const replacing: readonly (readonly [types: RegExp, attributes: RegExp])[] = [
  [
    /^aws_db_instance$/,
    /^(engine|username|db_name|kms_key_id|storage_encrypted|availability_zone|character_set_name|timezone|snapshot_identifier)$/,
  ],
  [
    /^aws_(rds|docdb|neptune)_cluster$/,
    /^(cluster_identifier|engine|database_name|master_username|kms_key_(id|arn)|storage_encrypted|db_subnet_group_name|availability_zones|snapshot_identifier)/,
  ],
  [/^aws_s3_bucket$/, /^(bucket|bucket_prefix|object_lock_enabled)$/],
  [/^aws_dynamodb_table$/, /^(name|hash_key|range_key)$/],
  [/^aws_(sqs_queue|sns_topic)$/, /^(name|name_prefix|fifo_queue|fifo_topic)$/],
  [/^aws_kinesis_stream$/, /^name$/],
  [/^aws_vpc$/, /^(cidr_block|ipv4_ipam_pool_id)$/],
  [/^aws_subnet$/, /^(cidr_block|availability_zone|availability_zone_id|vpc_id)$/],
  [/^aws_security_group$/, /^(name|name_prefix|description|vpc_id)$/],
  [/^aws_instance$/, /^(ami|subnet_id|availability_zone|key_name|tenancy|placement_group|network_interface)/],
  [/^aws_ebs_volume$/, /^(availability_zone|encrypted|kms_key_id|snapshot_id)$/],
  [
    /^aws_efs_file_system$/,
    /^(encrypted|kms_key_id|creation_token|availability_zone_name|performance_mode)$/,
  ],
  [/^aws_eks_cluster$/, /^(name|role_arn|kubernetes_network_config|outpost_config)/],
  [
    /^aws_eks_node_group$/,
    /^(cluster_name|node_group_name|node_role_arn|subnet_ids|instance_types|ami_type|capacity_type|disk_size)/,
  ],
  [/^aws_(lb|alb)$/, /^(name|name_prefix|internal|load_balancer_type)$/],
  [/^aws_(lb|alb)_target_group$/, /^(name|name_prefix|port|protocol|vpc_id|target_type)$/],
  [/^aws_(lb|alb)_listener$/, /^load_balancer_arn$/],
  [/^aws_nat_gateway$/, /^(subnet_id|allocation_id|connectivity_type)$/],
  [/^aws_iam_(role|policy|user|instance_profile)$/, /^(name|name_prefix|path|description)$/],
  [/^aws_lambda_function$/, /^(function_name|package_type)$/],
  [
    /^aws_elasticache_replication_group$/,
    /^(replication_group_id|subnet_group_name|at_rest_encryption_enabled|kms_key_id)$/,
  ],
  [/^aws_kms_key$/, /^(customer_master_key_spec|key_usage|multi_region)$/],
  [/^aws_ecr_repository$/, /^(name|encryption_configuration)/],
  [/^aws_(secretsmanager_secret|ssm_parameter|cloudwatch_log_group|ecs_cluster)$/, /^(name|name_prefix)$/],
  [/^aws_ecs_service$/, /^(cluster|name|launch_type|scheduling_strategy)$/],
  [/^aws_route53_(zone|record)$/, /^(name|type|zone_id)$/],
  [/^aws_msk_cluster$/, /^(cluster_name|broker_node_group_info\[0\]\.client_subnets)/],
  [/^aws_opensearch_domain$/, /^domain_name$/],
  [/^google_sql_database_instance$/, /^(name|region|encryption_key_name)$/],
  [
    /^google_(storage_bucket|pubsub_topic|compute_network|compute_subnetwork|container_node_pool)$/,
    /^(name|location|region|network)$/,
  ],
  [
    /^google_container_cluster$/,
    /^(name|location|network|subnetwork|private_cluster_config|ip_allocation_policy)/,
  ],
  [/^azurerm_/, /^(name|location|resource_group_name)$/],
  // the API server refuses to change these, so the object has to be deleted and made again
  [/^(Deployment|DaemonSet|ReplicaSet)$/, /^spec\.selector/],
  [/^StatefulSet$/, /^spec\.(selector|serviceName|volumeClaimTemplates|podManagementPolicy)/],
  [/^Job$/, /^spec\.(template|selector|completions|completionMode)/],
  [/^PersistentVolumeClaim$/, /^spec\.(accessModes|storageClassName|selector|volumeName|volumeMode)/],
  [/^StorageClass$/, /^(provisioner|parameters|reclaimPolicy|volumeBindingMode)/],
  [/^Service$/, /^spec\.clusterIP$/],
  [/^(Cluster)?RoleBinding$/, /^roleRef/],
];

/** Whether a change of attributes makes another resource of it, as far as is known of its type. */
export function isReplacedBy({ type }: Resource, paths: readonly string[]): boolean {
  return replacing.some(
    ([types, attributes]) => types.test(type) && paths.some((path) => attributes.test(path)),
  );
}
