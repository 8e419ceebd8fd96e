locals {
  # What making, changing and removing needs, for things that are known by their names. Reading comes from
  # ReadOnlyAccess, and what is in them is not among these.
  by_name = {
    budgets              = ["ModifyBudget", "TagResource", "UntagResource"]
    cloudtrail           = ["AddTags", "CreateTrail", "DeleteTrail", "PutEventSelectors", "PutInsightSelectors", "RemoveTags", "StartLogging", "UpdateTrail"]
    cloudwatch           = ["DeleteAlarms", "DeleteDashboards", "PutDashboard", "PutMetricAlarm", "TagResource", "UntagResource"]
    dynamodb             = ["CreateTable*", "DeleteTable*", "TagResource", "UntagResource", "UpdateContinuousBackups", "UpdateKinesisStreamingDestination", "UpdateTable*", "UpdateTimeToLive"]
    ecr                  = ["CreateRepository", "DeleteLifecyclePolicy", "DeleteRepository*", "PutImageScanningConfiguration", "PutImageTagMutability", "PutLifecyclePolicy", "SetRepositoryPolicy", "TagResource", "UntagResource"]
    ecs                  = ["CreateCluster", "CreateService", "DeleteCluster", "DeleteService", "PutClusterCapacityProviders", "TagResource", "UntagResource", "Update*"]
    eks                  = ["Associate*", "Create*", "Delete*", "Disassociate*", "TagResource", "UntagResource", "Update*"]
    elasticache          = ["AddTagsToResource", "Create*", "Delete*", "Modify*", "RemoveTagsFromResource"]
    elasticloadbalancing = ["AddTags", "Create*", "Delete*", "Modify*", "RemoveTags", "Set*"]
    events               = ["DeleteRule", "DisableRule", "EnableRule", "PutRule", "PutTargets", "RemoveTargets", "TagResource", "UntagResource"]
    lambda               = ["AddPermission", "CreateAlias", "CreateFunction", "Delete*", "PublishVersion", "Put*", "RemovePermission", "TagResource", "UntagResource", "UpdateAlias", "UpdateFunction*"]
    logs                 = ["AssociateKmsKey", "CreateLogGroup", "DeleteDataProtectionPolicy", "DeleteLogGroup", "DeleteMetricFilter", "DeleteRetentionPolicy", "DisassociateKmsKey", "PutDataProtectionPolicy", "PutMetricFilter", "PutRetentionPolicy", "TagResource", "UntagResource"]
    rds                  = ["AddTagsToResource", "Create*", "Delete*", "Modify*", "RebootDBInstance", "RemoveTagsFromResource", "StartDBInstanceAutomatedBackupsReplication", "StopDBInstanceAutomatedBackupsReplication"]
    s3                   = ["CreateBucket", "DeleteBucket", "DeleteBucketPolicy", "PutAccelerateConfiguration", "PutBucket*", "PutEncryptionConfiguration", "PutLifecycleConfiguration", "PutReplicationConfiguration"]
    scheduler            = ["CreateSchedule*", "DeleteSchedule*", "TagResource", "UntagResource", "UpdateSchedule"]
    secretsmanager       = ["CreateSecret", "DeleteResourcePolicy", "DeleteSecret", "PutResourcePolicy", "PutSecretValue", "RemoveRegionsFromReplication", "ReplicateSecretToRegions", "RestoreSecret", "RotateSecret", "TagResource", "UntagResource", "UpdateSecret*"]
    sns                  = ["AddPermission", "CreateTopic", "DeleteTopic", "RemovePermission", "SetTopicAttributes", "Subscribe", "TagResource", "UntagResource"]
    sqs                  = ["AddPermission", "CreateQueue", "DeleteQueue", "RemovePermission", "SetQueueAttributes", "TagQueue", "UntagQueue"]
  }

  # These are known by ids that AWS makes up, or take no ARN. They are held to the tag and the regions instead: what
  # bears the tag of another environment is out of reach.
  by_tag = {
    access-analyzer         = ["*"]
    acm                     = ["AddTagsToCertificate", "DeleteCertificate", "RemoveTagsFromCertificate", "RequestCertificate", "UpdateCertificateOptions"]
    apigateway              = ["DELETE", "PATCH", "POST", "PUT", "SetWebACL", "UpdateRestApiPolicy"]
    application-autoscaling = ["Delete*", "DeregisterScalableTarget", "Put*", "RegisterScalableTarget", "TagResource", "UntagResource"]
    autoscaling             = ["Create*", "Delete*", "Put*", "Update*"]
    backup                  = ["Create*", "Delete*", "Put*", "TagResource", "UntagResource", "Update*"]
    backup-storage          = ["MountCapsule"]
    ce                      = ["CreateAnomaly*", "DeleteAnomaly*", "TagResource", "UntagResource", "UpdateAnomaly*"]
    cloudfront              = ["Create*", "Delete*", "TagResource", "UntagResource", "Update*"]
    cloudwatch              = ["PutCompositeAlarm"]
    config                  = ["Delete*", "Put*", "StartConfigurationRecorder", "StopConfigurationRecorder", "TagResource", "UntagResource"]
    ec2 = [
      "Accept*", "AllocateAddress", "Associate*", "Attach*", "AuthorizeSecurityGroup*", "Create*", "Delete*", "Detach*", "Disable*",
      "Disassociate*", "Enable*", "Modify*", "ReleaseAddress", "Replace*", "RevokeSecurityGroup*", "RunInstances", "UpdateSecurityGroup*",
    ]
    ecr              = ["CreateRepositoryCreationTemplate", "DeleteRepositoryCreationTemplate", "PutReplicationConfiguration", "UpdateRepositoryCreationTemplate"]
    ecs              = ["DeregisterTaskDefinition", "PutAccountSetting*", "RegisterTaskDefinition"]
    guardduty        = ["Create*", "Delete*", "TagResource", "UntagResource", "Update*"]
    inspector2       = ["Disable", "Enable", "UpdateConfiguration"]
    kms              = ["CancelKeyDeletion", "CreateAlias", "CreateGrant", "CreateKey", "DeleteAlias", "DisableKeyRotation", "EnableKeyRotation", "PutKeyPolicy", "ReplicateKey", "RetireGrant", "ScheduleKeyDeletion", "TagResource", "UntagResource", "UpdateAlias", "UpdateKeyDescription"]
    lambda           = ["CreateEventSourceMapping", "DeleteEventSourceMapping", "TagResource", "UntagResource", "UpdateEventSourceMapping"]
    logs             = ["*LogDelivery", "DeleteResourcePolicy", "PutResourcePolicy"]
    route53          = ["AssociateVPCWithHostedZone", "Change*", "Create*", "Delete*", "DisassociateVPCFromHostedZone", "Update*"]
    s3               = ["PutAccountPublicAccessBlock"]
    secretsmanager   = ["GetRandomPassword"]
    securityhub      = ["BatchDisableStandards", "BatchEnableStandards", "DisableSecurityHub", "EnableSecurityHub", "TagResource", "UntagResource", "Update*"]
    servicediscovery = ["Create*", "Delete*", "TagResource", "UntagResource", "Update*"]
    sns              = ["SetSubscriptionAttributes", "Unsubscribe"]
    tag              = ["TagResources", "UntagResources"]
    wafv2            = ["Associate*", "Create*", "Delete*", "Disassociate*", "Put*", "TagResource", "UntagResource", "Update*"]
  }

  place = merge(
    { StringEqualsIfExists = { "aws:ResourceTag/${var.environment_tag}" = local.environments } },
    length(var.regions) == 0 ? {} : { StringEquals = { "aws:RequestedRegion" = var.regions } },
  )

  named = [for service in sort(keys(local.by_name)) : {
    Sid      = title(service)
    Effect   = "Allow"
    Action   = tolist([for verb in local.by_name[service] : "${service}:${verb}"])
    Resource = tolist(local.named_arns[service])
  } if contains(var.services, service)]

  tagged = flatten([
    for service in sort(keys(local.by_tag)) : [for verb in local.by_tag[service] : "${service}:${verb}"] if contains(var.services, service)
  ])

  # Several policies, since IAM takes 6144 characters for one.
  changes = merge(
    { for at, statements in chunklist(local.named, 10) : "named-${at + 1}" => jsonencode(statements) },
    length(local.tagged) == 0 ? {} : {
      tagged = jsonencode([{
        Sid       = "ByTagAndRegion"
        Effect    = "Allow"
        Action    = local.tagged
        Resource  = "*"
        Condition = local.place
      }])
    },
  )
}
