/**
 * What AWS asks of whoever makes, changes and removes a resource: the ARN that it is asked for (`*` where it has none
 * yet, or one of an id), and actions. `pass:SERVICE` stands for handing a role over, `via:SERVICE ACTION` for what that
 * service asks for in the name of whoever makes it, `on:ARN ACTION` for another thing than itself, `link:SERVICE ACTION`
 * for a role that belongs to a service (SERVICE: the one that the resource names).
 * Source: Service Authorization Reference, actions of each service; source code of the AWS provider for what it calls.
 * Long, as it is one table.
 */
const ec2 = (...verbs: string[]) => ['*', ...verbs.map((verb) => `ec2:${verb}`), 'ec2:CreateTags'];
const api = ['*', 'apigateway:POST', 'apigateway:PUT', 'apigateway:PATCH', 'apigateway:DELETE'];
const of = (service: string, arn: string, ...verbs: string[]) => [
  arn,
  ...verbs.map((verb) => `${service}:${verb}`),
];
const bucket = (...verbs: string[]) => of('s3', 'arn:aws:s3:::NAME', ...verbs);
const elb = (kind: string, ...verbs: string[]) =>
  of(
    'elasticloadbalancing',
    `arn:aws:elasticloadbalancing:REGION:ACCOUNT:${kind}/NAME/0123456789abcdef`,
    ...verbs,
  );
const eks = (kind: string, ...verbs: string[]) =>
  of('eks', `arn:aws:eks:REGION:ACCOUNT:${kind}/NAME`, ...verbs);
const ecs = (kind: string, ...verbs: string[]) =>
  of('ecs', `arn:aws:ecs:REGION:ACCOUNT:${kind}/NAME`, ...verbs);
const rds = (kind: string, ...verbs: string[]) =>
  of('rds', `arn:aws:rds:REGION:ACCOUNT:${kind}:NAME`, ...verbs);
const cache = (kind: string, ...verbs: string[]) =>
  of('elasticache', `arn:aws:elasticache:REGION:ACCOUNT:${kind}:NAME`, ...verbs);
const secret = (...verbs: string[]) =>
  of('secretsmanager', 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf', ...verbs);
const lambda = (...verbs: string[]) => of('lambda', 'arn:aws:lambda:REGION:ACCOUNT:function:NAME', ...verbs);
const sns = (...verbs: string[]) => of('sns', 'arn:aws:sns:REGION:ACCOUNT:NAME', ...verbs);
const sqs = (...verbs: string[]) => of('sqs', 'arn:aws:sqs:REGION:ACCOUNT:NAME', ...verbs);
const events = (...verbs: string[]) => of('events', 'arn:aws:events:REGION:ACCOUNT:rule/NAME', ...verbs);
const role = (...verbs: string[]) => of('iam', 'arn:aws:iam::ACCOUNT:role/NAME', ...verbs);

export const rightsToMake: Readonly<Record<string, readonly string[]>> = {
  aws_accessanalyzer_analyzer: of('access-analyzer', '*', 'CreateAnalyzer', 'DeleteAnalyzer'),
  aws_acm_certificate: of('acm', '*', 'RequestCertificate', 'DeleteCertificate', 'AddTagsToCertificate'),
  aws_acm_certificate_validation: ['*'],
  aws_api_gateway_account: [...api, 'pass:apigateway.amazonaws.com'],
  aws_api_gateway_base_path_mapping: api,
  aws_apigatewayv2_api_mapping: api,
  aws_api_gateway_deployment: api,
  aws_api_gateway_domain_name: api,
  aws_api_gateway_method_settings: api,
  aws_api_gateway_rest_api: api,
  aws_api_gateway_stage: api,
  aws_appautoscaling_policy: of('application-autoscaling', '*', 'PutScalingPolicy', 'DeleteScalingPolicy'),
  aws_appautoscaling_scheduled_action: of(
    'application-autoscaling',
    '*',
    'PutScheduledAction',
    'DeleteScheduledAction',
  ),
  aws_appautoscaling_target: of(
    'application-autoscaling',
    '*',
    'RegisterScalableTarget',
    'DeregisterScalableTarget',
  ),
  aws_backup_plan: of('backup', '*', 'CreateBackupPlan', 'UpdateBackupPlan', 'DeleteBackupPlan'),
  aws_backup_selection: [
    '*',
    'backup:CreateBackupSelection',
    'backup:DeleteBackupSelection',
    'pass:backup.amazonaws.com',
  ],
  aws_backup_vault: [
    '*',
    'backup:CreateBackupVault',
    'backup:DeleteBackupVault',
    'backup-storage:MountCapsule',
    'kms:CreateGrant',
    'kms:RetireGrant',
    'via:backup kms:Decrypt',
    'via:backup kms:GenerateDataKey',
  ],
  aws_backup_vault_lock_configuration: of('backup', '*', 'PutBackupVaultLockConfiguration'),
  aws_backup_vault_notifications: of(
    'backup',
    '*',
    'PutBackupVaultNotifications',
    'DeleteBackupVaultNotifications',
  ),
  aws_budgets_budget: of('budgets', 'arn:aws:budgets::ACCOUNT:budget/NAME', 'ModifyBudget'),
  aws_ce_anomaly_monitor: of(
    'ce',
    '*',
    'CreateAnomalyMonitor',
    'UpdateAnomalyMonitor',
    'DeleteAnomalyMonitor',
  ),
  aws_ce_anomaly_subscription: of('ce', '*', 'CreateAnomalySubscription', 'UpdateAnomalySubscription'),
  aws_cloudfront_distribution: of(
    'cloudfront',
    '*',
    'CreateDistribution',
    'UpdateDistribution',
    'DeleteDistribution',
  ),
  aws_cloudtrail: [
    ...of(
      'cloudtrail',
      'arn:aws:cloudtrail:REGION:ACCOUNT:trail/NAME',
      'CreateTrail',
      'UpdateTrail',
      'StartLogging',
      'PutEventSelectors',
      'AddTags',
    ),
    'pass:cloudtrail.amazonaws.com',
  ],
  // API reference, PutCompositeAlarm: only who may do so to all alarms may do it
  aws_cloudwatch_composite_alarm: [
    ...of('cloudwatch', 'arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME', 'DeleteAlarms', 'TagResource'),
    'on:* cloudwatch:PutCompositeAlarm',
  ],
  aws_cloudwatch_dashboard: of(
    'cloudwatch',
    'arn:aws:cloudwatch::ACCOUNT:dashboard/NAME',
    'PutDashboard',
    'DeleteDashboards',
  ),
  aws_cloudwatch_event_rule: events('PutRule', 'DeleteRule', 'TagResource'),
  aws_cloudwatch_event_target: events('PutTargets', 'RemoveTargets'),
  aws_cloudwatch_log_data_protection_policy: of(
    'logs',
    'arn:aws:logs:REGION:ACCOUNT:log-group:NAME',
    'PutDataProtectionPolicy',
    'DeleteDataProtectionPolicy',
  ),
  aws_cloudwatch_log_resource_policy: of('logs', '*', 'PutResourcePolicy', 'DeleteResourcePolicy'),
  aws_cloudwatch_log_group: of(
    'logs',
    'arn:aws:logs:REGION:ACCOUNT:log-group:NAME',
    'CreateLogGroup',
    'PutRetentionPolicy',
    'AssociateKmsKey',
    'TagResource',
    'DeleteLogGroup',
  ),
  aws_cloudwatch_log_metric_filter: of(
    'logs',
    'arn:aws:logs:REGION:ACCOUNT:log-group:NAME',
    'PutMetricFilter',
    'DeleteMetricFilter',
  ),
  aws_cloudwatch_metric_alarm: of(
    'cloudwatch',
    'arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME',
    'PutMetricAlarm',
    'DeleteAlarms',
    'TagResource',
  ),
  aws_config_configuration_recorder: [
    '*',
    'config:PutConfigurationRecorder',
    'config:DeleteConfigurationRecorder',
    'link:config.amazonaws.com iam:PassRole',
  ],
  aws_config_configuration_recorder_status: of(
    'config',
    '*',
    'StartConfigurationRecorder',
    'StopConfigurationRecorder',
  ),
  aws_config_delivery_channel: of('config', '*', 'PutDeliveryChannel', 'DeleteDeliveryChannel'),
  aws_customer_gateway: ec2('CreateCustomerGateway', 'DeleteCustomerGateway'),
  aws_db_instance: [
    ...rds('db', 'CreateDBInstance', 'ModifyDBInstance', 'DeleteDBInstance', 'AddTagsToResource'),
    'kms:CreateGrant',
    'pass:monitoring.rds.amazonaws.com',
    'on:arn:aws:rds:REGION:ACCOUNT:og:default:postgres-17 rds:CreateDBInstance',
  ],
  aws_db_instance_automated_backups_replication: rds('db', 'StartDBInstanceAutomatedBackupsReplication'),
  aws_db_parameter_group: rds(
    'pg',
    'CreateDBParameterGroup',
    'ModifyDBParameterGroup',
    'DeleteDBParameterGroup',
  ),
  aws_db_subnet_group: rds('subgrp', 'CreateDBSubnetGroup', 'ModifyDBSubnetGroup', 'DeleteDBSubnetGroup'),
  aws_default_security_group: ec2('RevokeSecurityGroupIngress', 'RevokeSecurityGroupEgress'),
  aws_dynamodb_table: [
    ...of(
      'dynamodb',
      'arn:aws:dynamodb:REGION:ACCOUNT:table/NAME',
      'CreateTable',
      'UpdateTable',
      'DeleteTable',
      'UpdateContinuousBackups',
      'TagResource',
    ),
    'kms:CreateGrant',
    'via:dynamodb kms:Encrypt',
    'via:dynamodb kms:GenerateDataKey',
  ],
  aws_ebs_encryption_by_default: ec2('EnableEbsEncryptionByDefault', 'DisableEbsEncryptionByDefault'),
  aws_ebs_snapshot_block_public_access: ec2(
    'EnableSnapshotBlockPublicAccess',
    'DisableSnapshotBlockPublicAccess',
  ),
  aws_ec2_instance_metadata_defaults: ec2('ModifyInstanceMetadataDefaults'),
  aws_ec2_tag: ec2('DeleteTags'),
  aws_ecr_replication_configuration: of('ecr', '*', 'PutReplicationConfiguration'),
  aws_ecs_cluster: ecs('cluster', 'CreateCluster', 'UpdateCluster', 'DeleteCluster', 'TagResource'),
  aws_ecs_cluster_capacity_providers: ecs('cluster', 'PutClusterCapacityProviders'),
  aws_ecs_service: ecs('service', 'CreateService', 'UpdateService', 'DeleteService'),
  aws_ecs_task_definition: [
    '*',
    'ecs:RegisterTaskDefinition',
    'ecs:DeregisterTaskDefinition',
    'pass:ecs-tasks.amazonaws.com',
  ],
  aws_eip: ec2('AllocateAddress', 'ReleaseAddress', 'AssociateAddress'),
  aws_eks_access_entry: eks('cluster', 'CreateAccessEntry', 'DeleteAccessEntry'),
  aws_eks_access_policy_association: eks('access-entry', 'AssociateAccessPolicy', 'DisassociateAccessPolicy'),
  aws_eks_addon: eks('cluster', 'CreateAddon', 'UpdateAddon', 'DeleteAddon'),
  aws_eks_cluster: [
    ...eks(
      'cluster',
      'CreateCluster',
      'UpdateClusterConfig',
      'UpdateClusterVersion',
      'DeleteCluster',
      'TagResource',
    ),
    'kms:CreateGrant',
    'pass:eks.amazonaws.com',
  ],
  aws_eks_node_group: [
    ...eks('cluster', 'CreateNodegroup', 'UpdateNodegroupConfig', 'DeleteNodegroup'),
    'pass:eks.amazonaws.com',
  ],
  aws_eks_pod_identity_association: [
    ...eks('cluster', 'CreatePodIdentityAssociation', 'DeletePodIdentityAssociation'),
    'pass:pods.eks.amazonaws.com',
  ],
  aws_elasticache_replication_group: [
    ...cache(
      'replicationgroup',
      'CreateReplicationGroup',
      'ModifyReplicationGroup',
      'DeleteReplicationGroup',
    ),
    'on:arn:aws:elasticache:REGION:ACCOUNT:parametergroup:default.redis7 elasticache:CreateReplicationGroup',
    'on:* logs:CreateLogDelivery',
    'on:* logs:PutResourcePolicy',
    'kms:CreateGrant',
  ],
  aws_elasticache_subnet_group: cache('subnetgroup', 'CreateCacheSubnetGroup', 'DeleteCacheSubnetGroup'),
  aws_flow_log: [...ec2('CreateFlowLogs', 'DeleteFlowLogs'), 'pass:vpc-flow-logs.amazonaws.com'],
  aws_guardduty_detector: of('guardduty', '*', 'CreateDetector', 'UpdateDetector', 'DeleteDetector'),
  aws_guardduty_detector_feature: of('guardduty', '*', 'UpdateDetector'),
  aws_iam_account_password_policy: of('iam', '*', 'UpdateAccountPasswordPolicy'),
  aws_iam_instance_profile: [
    ...of(
      'iam',
      'arn:aws:iam::ACCOUNT:instance-profile/NAME',
      'CreateInstanceProfile',
      'AddRoleToInstanceProfile',
      'DeleteInstanceProfile',
    ),
    'pass:ec2.amazonaws.com',
  ],
  aws_iam_service_linked_role: ['*', 'link:SERVICE iam:CreateServiceLinkedRole', 'link:SERVICE iam:TagRole'],
  aws_iam_role: role('CreateRole', 'UpdateAssumeRolePolicy', 'UpdateRole', 'TagRole', 'DeleteRole'),
  aws_iam_role_policy: role('PutRolePolicy', 'DeleteRolePolicy'),
  aws_iam_role_policy_attachment: role('AttachRolePolicy', 'DetachRolePolicy'),
  aws_internet_gateway: ec2('CreateInternetGateway', 'AttachInternetGateway', 'DeleteInternetGateway'),
  aws_kms_alias: of('kms', '*', 'CreateAlias', 'DeleteAlias', 'UpdateAlias'),
  aws_kms_key: of(
    'kms',
    '*',
    'CreateKey',
    'EnableKeyRotation',
    'PutKeyPolicy',
    'TagResource',
    'ScheduleKeyDeletion',
  ),
  aws_kms_replica_key: of('kms', '*', 'ReplicateKey', 'CreateKey', 'PutKeyPolicy'),
  aws_lambda_event_source_mapping: of(
    'lambda',
    'arn:aws:lambda:REGION:ACCOUNT:event-source-mapping:00000000-0000-0000-0000-000000000000',
    'CreateEventSourceMapping',
    'DeleteEventSourceMapping',
    'TagResource',
  ),
  aws_lambda_function: [
    ...lambda(
      'CreateFunction',
      'UpdateFunctionCode',
      'UpdateFunctionConfiguration',
      'DeleteFunction',
      'PutFunctionConcurrency',
      'TagResource',
    ),
    'pass:lambda.amazonaws.com',
  ],
  aws_lambda_permission: lambda('AddPermission', 'RemovePermission'),
  aws_launch_template: ec2(
    'CreateLaunchTemplate',
    'CreateLaunchTemplateVersion',
    'DeleteLaunchTemplate',
    'RunInstances',
  ),
  aws_lb: elb(
    'loadbalancer/app',
    'CreateLoadBalancer',
    'ModifyLoadBalancerAttributes',
    'DeleteLoadBalancer',
    'AddTags',
  ),
  aws_lb_listener: elb('listener/app', 'CreateListener', 'ModifyListener', 'DeleteListener'),
  aws_lb_listener_rule: elb('listener-rule/app', 'CreateRule', 'ModifyRule', 'DeleteRule'),
  aws_lb_target_group: elb(
    'targetgroup',
    'CreateTargetGroup',
    'ModifyTargetGroup',
    'ModifyTargetGroupAttributes',
    'DeleteTargetGroup',
  ),
  aws_nat_gateway: ec2('CreateNatGateway', 'DeleteNatGateway'),
  aws_route: ec2('CreateRoute', 'ReplaceRoute', 'DeleteRoute'),
  aws_route53_record: of('route53', '*', 'ChangeResourceRecordSets'),
  aws_route53_zone: of('route53', '*', 'CreateHostedZone', 'ChangeTagsForResource', 'DeleteHostedZone'),
  aws_route_table: ec2('CreateRouteTable', 'DeleteRouteTable'),
  aws_route_table_association: ec2('AssociateRouteTable', 'DisassociateRouteTable'),
  aws_s3_account_public_access_block: of('s3', '*', 'PutAccountPublicAccessBlock'),
  aws_s3_bucket: bucket('CreateBucket', 'PutBucketTagging', 'DeleteBucket'),
  aws_s3_bucket_acl: bucket('PutBucketAcl'),
  aws_s3_bucket_lifecycle_configuration: bucket('PutLifecycleConfiguration'),
  aws_s3_bucket_logging: bucket('PutBucketLogging'),
  aws_s3_bucket_notification: bucket('PutBucketNotification'),
  aws_s3_bucket_object_lock_configuration: bucket('PutBucketObjectLockConfiguration'),
  aws_s3_bucket_ownership_controls: bucket('PutBucketOwnershipControls'),
  aws_s3_bucket_policy: bucket('PutBucketPolicy', 'DeleteBucketPolicy'),
  aws_s3_bucket_public_access_block: bucket('PutBucketPublicAccessBlock'),
  aws_s3_bucket_replication_configuration: [
    ...bucket('PutReplicationConfiguration'),
    'pass:s3.amazonaws.com',
  ],
  aws_s3_bucket_server_side_encryption_configuration: bucket('PutEncryptionConfiguration'),
  aws_s3_bucket_versioning: bucket('PutBucketVersioning'),
  aws_scheduler_schedule: [
    ...of(
      'scheduler',
      'arn:aws:scheduler:REGION:ACCOUNT:schedule/default/NAME',
      'CreateSchedule',
      'UpdateSchedule',
      'DeleteSchedule',
    ),
    'pass:scheduler.amazonaws.com',
    'via:scheduler kms:GenerateDataKey',
    'via:scheduler kms:Decrypt',
  ],
  aws_scheduler_schedule_group: of(
    'scheduler',
    'arn:aws:scheduler:REGION:ACCOUNT:schedule-group/NAME',
    'CreateScheduleGroup',
    'DeleteScheduleGroup',
  ),
  // copies in another region are a right of their own
  aws_secretsmanager_secret: secret(
    'CreateSecret',
    'UpdateSecret',
    'TagResource',
    'DeleteSecret',
    'ReplicateSecretToRegions',
    'RemoveRegionsFromReplication',
  ),
  aws_secretsmanager_secret_policy: secret('PutResourcePolicy', 'DeleteResourcePolicy'),
  aws_secretsmanager_secret_version: [
    ...secret('PutSecretValue'),
    'via:secretsmanager kms:GenerateDataKey',
    'via:secretsmanager kms:Decrypt',
  ],
  aws_security_group: ec2('CreateSecurityGroup', 'DeleteSecurityGroup', 'RevokeSecurityGroupEgress'),
  aws_securityhub_account: of('securityhub', '*', 'EnableSecurityHub', 'DisableSecurityHub'),
  aws_securityhub_standards_subscription: of(
    'securityhub',
    '*',
    'BatchEnableStandards',
    'BatchDisableStandards',
  ),
  aws_service_discovery_private_dns_namespace: of(
    'servicediscovery',
    '*',
    'CreatePrivateDnsNamespace',
    'DeleteNamespace',
  ),
  aws_service_discovery_service: of(
    'servicediscovery',
    '*',
    'CreateService',
    'UpdateService',
    'DeleteService',
  ),
  aws_sns_topic: sns('CreateTopic', 'SetTopicAttributes', 'TagResource', 'DeleteTopic'),
  aws_sns_topic_policy: sns('SetTopicAttributes'),
  aws_sns_topic_subscription: [
    ...sns('Subscribe'),
    'on:* sns:Unsubscribe',
    'on:* sns:SetSubscriptionAttributes',
  ],
  aws_sqs_queue: sqs('CreateQueue', 'SetQueueAttributes', 'TagQueue', 'DeleteQueue'),
  aws_sqs_queue_policy: sqs('SetQueueAttributes'),
  aws_sqs_queue_redrive_allow_policy: sqs('SetQueueAttributes'),
  aws_subnet: ec2('CreateSubnet', 'ModifySubnetAttribute', 'DeleteSubnet'),
  aws_vpc: ec2('CreateVpc', 'ModifyVpcAttribute', 'DeleteVpc'),
  aws_vpc_endpoint: ec2('CreateVpcEndpoint', 'ModifyVpcEndpoint', 'DeleteVpcEndpoints'),
  aws_vpc_peering_connection: ec2('CreateVpcPeeringConnection', 'DeleteVpcPeeringConnection'),
  aws_vpc_security_group_egress_rule: ec2(
    'AuthorizeSecurityGroupEgress',
    'ModifySecurityGroupRules',
    'RevokeSecurityGroupEgress',
  ),
  aws_vpc_security_group_ingress_rule: ec2(
    'AuthorizeSecurityGroupIngress',
    'ModifySecurityGroupRules',
    'RevokeSecurityGroupIngress',
  ),
  aws_vpn_connection: ec2('CreateVpnConnection', 'DeleteVpnConnection'),
  aws_vpn_connection_route: ec2('CreateVpnConnectionRoute', 'DeleteVpnConnectionRoute'),
  aws_vpn_gateway: ec2('CreateVpnGateway', 'AttachVpnGateway', 'DeleteVpnGateway'),
  aws_vpn_gateway_route_propagation: ec2('EnableVgwRoutePropagation', 'DisableVgwRoutePropagation'),
  aws_wafv2_web_acl: of('wafv2', '*', 'CreateWebACL', 'UpdateWebACL', 'DeleteWebACL'),
  aws_wafv2_web_acl_association: [...of('wafv2', '*', 'AssociateWebACL', 'DisassociateWebACL')],
  aws_wafv2_web_acl_logging_configuration: [
    '*',
    'wafv2:PutLoggingConfiguration',
    'wafv2:DeleteLoggingConfiguration',
    'logs:CreateLogDelivery',
    'logs:PutResourcePolicy',
  ],
};
