import type { Rule } from './rule.ts';

/**
 * Sources: the AWS user guides of each service, and the "forces new resource" notes of the provider's documentation for
 * what is replaced with what it stands in.
 */
export const awsRules: readonly Rule[] = [
  // the way out
  { from: /^aws_route$/, by: /gateway_id$/, to: /^aws_internet_gateway$/, forward: 'needs' },
  {
    from: /^aws_route$/,
    to: /^(aws_route_table|aws_default_route_table)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /^aws_route$/, forward: 'needs' },
  { from: /^aws_(default_)?route_table$/, by: /route/, forward: 'partly' },
  { from: /^aws_route_table_association$/, to: /^aws_subnet$/, forward: 'goes-with', back: 'needs' },
  { from: /^aws_route_table_association$/, forward: 'needs' },
  { from: /^aws_nat_gateway$/, by: /subnet_id|allocation_id/, forward: 'lives-in' },
  { from: /^aws_vpc_endpoint$/, to: /^aws_(subnet|route_table)$/, forward: 'idle', back: 'partly' },
  { from: /^aws_(internet_gateway|vpn_gateway)$/, to: /^aws_vpc$/, forward: 'goes-with' },
  {
    from: /^aws_internet_gateway_attachment$/,
    to: /^aws_internet_gateway$/,
    forward: 'needs',
    back: 'needs',
  },
  { from: /^aws_(default_)?network_acl/, to: /^aws_subnet$/, forward: 'idle', back: 'guard' },

  // who may reach what
  {
    from: /security_group_(ingress_|egress_)?rule$/,
    by: /^security_group_id$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /security_group_(ingress_|egress_)?rule$/, to: /security_group$/, forward: 'named' },
  { from: /^aws_(default_)?security_group$/, to: /^aws_(default_)?security_group$/, forward: 'named' },
  { from: /security_group_(ingress_|egress_)?rule$/, forward: 'named' },
  { from: /^aws_(default_)?security_group$/, by: /ingress|egress/, forward: 'named' },
  { kind: 'protected-by', to: /security_group$/, forward: 'partly' },
  { kind: 'protected-by', to: /web_acl$/, forward: 'guard' },
  { from: /web_acl_association$/, to: /web_acl$/, forward: 'needs' },
  { from: /web_acl_association$/, forward: 'goes-with', back: 'guard' },

  // keys: what they encrypt cannot be read without them, and some of it is made anew with another key
  {
    kind: 'protected-by',
    from: /^aws_(db_instance|rds_cluster|ebs_volume|efs_file_system|elasticache_replication_group|redshift_cluster|docdb_cluster|neptune_cluster|fsx_.*)$/,
    to: /kms_key$/,
    forward: 'lives-in',
  },
  { from: /^aws_kms_alias$/, to: /^aws_kms_key$/, forward: 'needs' },
  { from: /^aws_kms_(key_policy|grant)$/, to: /^aws_kms_key$/, forward: 'goes-with', back: 'partly' },

  // permissions
  {
    from: /^aws_iam_(role|user|group)_policy_attachment$|^aws_iam_policy_attachment$/,
    to: /^aws_iam_(role|user|group)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /^aws_iam_(role|user|group)_policy_attachment$|^aws_iam_policy_attachment$/, forward: 'needs' },
  {
    from: /^aws_iam_(role|user|group)_policy$/,
    to: /^aws_iam_(role|user|group)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  {
    from: /^aws_iam_(role|user|group)_policy$|^aws_iam_policy$/,
    to: /^data\.aws_iam_policy_document$/,
    forward: 'needs',
  },
  {
    from: /^aws_iam_(role|user|group)_policy$|^aws_iam_policy$/,
    by: /policy/,
    to: /^(?!aws_iam_|data\.|module$|aws_cloudwatch_log_group$|aws_kms_)/,
    forward: 'likely-partly',
  },
  { from: /^aws_iam_(role|user|group)_policy$|^aws_iam_policy$/, by: /policy/ },
  { from: /^aws_iam_role$/, by: /assume_role_policy|managed_policy_arns/, forward: 'needs' },
  { from: /^aws_iam_role$/, by: /permissions_boundary/, forward: 'guard' },
  {
    from: /^data\.aws_iam_policy_document$/,
    to: /^aws_iam_(openid_connect|saml)_provider$/,
    forward: 'needs',
  },
  { from: /^data\.aws_iam_policy_document$/, to: /^data\.aws_iam_policy_document$/, forward: 'needs' },
  {
    from: /^data\.aws_iam_policy_document$/,
    to: /^(?:aws_iam_|data\.|module$|aws_cloudwatch_log_group$|aws_kms_|aws_eks_cluster$|aws_ecr_)/,
  },
  { from: /^data\.aws_iam_policy_document$/, by: /resources$/, forward: 'likely-partly' },
  { from: /^data\.aws_iam_policy_document$/ },
  // what a policy of a resource names is let in by it: its failure is none of the resource
  { from: /^aws_.*_policy$/, to: /^data\.aws_iam_policy_document$/ },
  {
    kind: 'runs-as',
    from: /^aws_(eks_cluster|eks_node_group|db_instance|rds_cluster|rds_cluster_instance|flow_log|backup_selection)$/,
    forward: 'partly',
  },
  { kind: 'runs-as', from: /^aws_ecs_task_definition$/, by: /execution_role/, forward: 'at-start' },
  { from: /^aws_iam_openid_connect_provider$/, to: /^aws_eks_cluster$/, forward: 'goes-with' },

  // without its role a thing runs on, and what it asks of AWS is refused; a function is not started without one
  { kind: 'runs-as', from: /^aws_(?!lambda_function$|iam_)/, forward: 'partly' },

  // EKS
  {
    from: /^aws_eks_(node_group|fargate_profile)$/,
    to: /^aws_eks_cluster$/,
    by: /cluster_name$/,
    forward: 'runs-in',
    back: 'one-of',
  },
  { from: /^aws_eks_(node_group|fargate_profile)$/, to: /^aws_eks_cluster$/ },
  { from: /^aws_eks_node_group$/, to: /^aws_launch_template$/, forward: 'only-at-start' },
  {
    from: /^aws_eks_addon$/,
    to: /^aws_eks_cluster$/,
    by: /cluster_name$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /^aws_eks_addon$/, to: /^aws_eks_(cluster|node_group)$/ },
  {
    from: /^aws_eks_(access_entry|access_policy_association|identity_provider_config)$/,
    to: /^aws_eks_cluster$/,
    forward: 'goes-with',
    back: 'guard',
  },
  { from: /^aws_eks_pod_identity_association$/, to: /^aws_eks_cluster$/, forward: 'goes-with' },
  { from: /^(helm_release|kubernetes_|kubectl_)/, to: /cluster$/, forward: 'likely-runs-in' },

  // load balancers and names
  { from: /^aws_(lb|alb)_listener$/, to: /^aws_(lb|alb)$/, forward: 'lives-in', back: 'one-of' },
  {
    from: /^aws_(lb|alb)_listener_(rule|certificate)$/,
    to: /listener$/,
    forward: 'lives-in',
    back: 'partly',
  },
  { from: /^aws_(lb|alb)_listener/, to: /target_group$/, forward: 'one-of', back: 'guard' },
  {
    from: /^aws_(lb|alb)_target_group_attachment$/,
    to: /target_group$/,
    forward: 'lives-in',
    back: 'one-of',
  },
  {
    from: /^aws_(autoscaling_group|autoscaling_attachment|ecs_service)$/,
    to: /target_group$/,
    forward: 'guard',
    back: 'one-of',
  },
  { from: /^aws_autoscaling_group$/, to: /^aws_launch_(template|configuration)$/, forward: 'only-at-start' },
  { from: /^aws_(lb|alb|elb)$/, by: /access_logs|connection_logs/, forward: 'guard' },
  { from: /^aws_route53_record$/, to: /^aws_route53_zone$/, forward: 'lives-in' },
  { from: /^aws_acm_certificate_validation$/, to: /^aws_route53_record$/, forward: 'only-at-start' },
  { from: /^aws_route53_record$/, to: /^aws_acm_certificate$/, forward: 'idle' },
  { from: /^aws_route53_health_check$/, forward: 'idle' },

  // serverless
  {
    from: /^aws_lambda_event_source_mapping$/,
    to: /^aws_lambda_(function|alias)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /^aws_lambda_event_source_mapping$/, forward: 'needs', back: 'guard' },
  {
    from: /^aws_lambda_permission$/,
    to: /^aws_lambda_(function|alias)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  { from: /^aws_lambda_permission$/ },
  { from: /^aws_lambda_function$/, by: /dead_letter_config/, forward: 'guard' },
  { from: /^aws_sns_topic_subscription$/, to: /^aws_sns_topic$/, forward: 'needs', back: 'guard' },
  {
    from: /^aws_sns_topic_subscription$/,
    to: /^aws_(sqs_queue|lambda_function)$/,
    forward: 'idle',
    back: 'partly',
  },
  {
    from: /^aws_cloudwatch_event_target$/,
    to: /^aws_cloudwatch_event_rule$/,
    forward: 'goes-with',
    back: 'one-of',
  },
  {
    from: /^aws_(api_gateway|apigatewayv2)_(integration|method|route|stage|deployment|resource|authorizer)/,
    to: /_(rest_api|api)$/,
    forward: 'lives-in',
    back: 'partly',
  },
  { from: /^aws_sqs_queue$/, by: /redrive/, forward: 'guard' },
  { from: /^aws_sqs_queue_redrive_policy$/, by: /^redrive_policy/, forward: 'needs' },
  { from: /^aws_sqs_queue_redrive_allow_policy$/ },

  // databases and their parts
  {
    from: /^aws_(rds|docdb|neptune)_cluster_instance$/,
    to: /_cluster$/,
    forward: 'lives-in',
    back: 'one-of',
  },
  { from: /^aws_db_instance$/, by: /^replicate_source_db$/, forward: 'partly', back: 'guard' },
  { from: /^aws_(db_instance|rds_cluster)/, to: /(parameter|option)_group$/, forward: 'only-at-start' },
  {
    from: /^aws_secretsmanager_secret_version$/,
    to: /^aws_secretsmanager_secret$/,
    forward: 'goes-with',
    back: 'needs',
  },
  { from: /^aws_volume_attachment$/, to: /^aws_instance$/, forward: 'goes-with', back: 'needs' },
  { from: /^aws_volume_attachment$/, forward: 'needs' },
  { from: /^aws_eip(_association)?$/, to: /^aws_instance$/, forward: 'idle', back: 'partly' },

  // ECS
  { from: /^aws_ecs_service$/, to: /^aws_ecs_cluster$/, forward: 'lives-in' },
  { from: /^aws_ecs_service$/, to: /^aws_ecs_task_definition$/, forward: 'at-start' },
  {
    from: /^aws_ecs_cluster_capacity_providers$/,
    to: /^aws_ecs_cluster$/,
    forward: 'goes-with',
    back: 'partly',
  },

  // what only watches and saves
  { from: /^aws_cloudwatch_(metric_alarm|composite_alarm)$/, by: /actions$/, forward: 'needs' },
  {
    from: /^aws_(cloudwatch_metric_alarm|cloudwatch_composite_alarm|flow_log|appautoscaling_(target|policy)|autoscaling_(policy|schedule|lifecycle_hook)|backup_selection|shield_protection|cloudwatch_log_(metric_filter|subscription_filter)|guardduty_.*|config_.*)$/,
    to: /^(?!aws_(iam_role|backup_plan|sns_topic|s3_bucket)$)/,
    forward: 'idle',
    back: 'guard',
  },
  { to: /^aws_cloudwatch_log_group$/, forward: 'guard' },
  {
    by: /(^|\.)(logging_config|logging|access_logs?(_settings)?|log_delivery\w*|target_bucket|log_publishing_options)(\.|$)/,
    forward: 'guard',
  },
  { from: /^aws_ssm_parameter$/, forward: 'needs' },
];
