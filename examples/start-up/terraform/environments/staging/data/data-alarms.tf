module "data_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-orders-db-connections = {
      summary   = "Database orders has hardly any connections left"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "staging-orders-db"
      }
      statistic = "Maximum"
      threshold = 191
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "staging"
        system      = "shop"
        managed-by  = "terraform"
        service     = "orders"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    staging-shop-backup-failed = {
      summary   = "A backup into staging-shop-backup failed: until the next one, more may be lost than the blueprint allows"
      runbook   = "backup-failed"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsFailed"
      dimensions = {
        BackupVaultName = "staging-shop-backup"
      }
      statistic = "Sum"
      threshold = 0
      period    = 3600
      periods   = 1
      missing   = "notBreaching"
      pages     = false
    }
    staging-shop-backup-too-old = {
      summary   = "No backup has arrived in staging-shop-backup for two days, although there is one daily"
      runbook   = "backup-too-old"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsCompleted"
      dimensions = {
        BackupVaultName = "staging-shop-backup"
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
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
