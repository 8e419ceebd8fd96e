module "data_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-vans-table-reads-throttled = {
      summary   = "Table vans turns reads away"
      runbook   = "table-throttled"
      namespace = "AWS/DynamoDB"
      metric    = "ReadThrottleEvents"
      dimensions = {
        TableName = "test-vans-table"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "vans"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-vans-table-writes-throttled = {
      summary   = "Table vans turns writes away"
      runbook   = "table-throttled"
      namespace = "AWS/DynamoDB"
      metric    = "WriteThrottleEvents"
      dimensions = {
        TableName = "test-vans-table"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "vans"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-fleet-backup-failed = {
      summary   = "A backup into test-fleet-backup failed: until the next one, more may be lost than the blueprint allows"
      runbook   = "backup-failed"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsFailed"
      dimensions = {
        BackupVaultName = "test-fleet-backup"
      }
      statistic = "Sum"
      threshold = 0
      period    = 3600
      periods   = 1
      missing   = "notBreaching"
      pages     = false
    }
    test-fleet-backup-too-old = {
      summary   = "No backup has arrived in test-fleet-backup for two days, although there is one daily"
      runbook   = "backup-too-old"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsCompleted"
      dimensions = {
        BackupVaultName = "test-fleet-backup"
      }
      statistic = "Sum"
      threshold = 1
      below     = true
      period    = 86400
      periods   = 2
      missing   = "breaching"
      pages     = false
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
