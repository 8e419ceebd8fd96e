module "data_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-orders-db-connections = {
      summary   = "Database orders has hardly any connections left"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "production-orders-db"
      }
      statistic = "Maximum"
      threshold = 382
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "orders"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-shop-backup-failed = {
      summary   = "A backup into production-shop-backup failed: until the next one, more may be lost than the blueprint allows"
      runbook   = "backup-failed"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsFailed"
      dimensions = {
        BackupVaultName = "production-shop-backup"
      }
      statistic = "Sum"
      threshold = 0
      period    = 3600
      periods   = 1
      missing   = "notBreaching"
      pages     = false
    }
    production-shop-backup-too-old = {
      summary   = "No backup has arrived in production-shop-backup for two days, although there is one daily"
      runbook   = "backup-too-old"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsCompleted"
      dimensions = {
        BackupVaultName = "production-shop-backup"
      }
      statistic = "Sum"
      threshold = 1
      below     = true
      period    = 86400
      periods   = 2
      missing   = "breaching"
      pages     = true
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
