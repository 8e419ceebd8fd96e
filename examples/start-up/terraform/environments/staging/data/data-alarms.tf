module "orders_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-orders-db-storage = {
      summary   = "Database orders is running out of storage: less than 10 percent is free, and it has not grown by itself"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "staging-orders-db"
      }
      statistic = "Average"
      threshold = 2147483648
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    staging-orders-db-storage-ends = {
      summary   = "Database orders is about to stop taking writes: less than 5 percent of its storage is free"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "staging-orders-db"
      }
      statistic = "Average"
      threshold = 1073741824
      below     = true
      period    = 300
      periods   = 1
      missing   = "notBreaching"
      pages     = true
    }
    staging-orders-db-cpu = {
      summary   = "The processors of database orders have been busy for 30 minutes: statements wait for each other"
      runbook   = "datastore-busy"
      namespace = "AWS/RDS"
      metric    = "CPUUtilization"
      dimensions = {
        DBInstanceIdentifier = "staging-orders-db"
      }
      statistic = "Average"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    staging-orders-db-memory = {
      summary   = "Database orders has hardly any memory left: statements begin to use the disk"
      runbook   = "database-memory-low"
      namespace = "AWS/RDS"
      metric    = "FreeableMemory"
      dimensions = {
        DBInstanceIdentifier = "staging-orders-db"
      }
      statistic = "Average"
      threshold = 268435456
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    staging-orders-db-connections = {
      summary   = "Database orders has hardly any connections left; those beyond the last are refused"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "staging-orders-db"
      }
      statistic = "Maximum"
      threshold = 191
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "orders"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "sessions_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-sessions-cache-001-memory = {
      summary   = "Cache sessions is nearly full: keys are about to be thrown out before their time"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "DatabaseMemoryUsagePercentage"
      dimensions = {
        CacheClusterId = "staging-sessions-cache-001"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    staging-sessions-cache-001-evictions = {
      summary   = "Cache sessions throws keys out to make room"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "Evictions"
      dimensions = {
        CacheClusterId = "staging-sessions-cache-001"
      }
      statistic = "Sum"
      threshold = 1000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    staging-sessions-cache-001-cpu = {
      summary   = "The one processor that cache sessions works with has been busy for 30 minutes"
      runbook   = "datastore-busy"
      namespace = "AWS/ElastiCache"
      metric    = "EngineCPUUtilization"
      dimensions = {
        CacheClusterId = "staging-sessions-cache-001"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "sessions"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "shared_data_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
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
    }
    staging-shop-backup-too-old = {
      summary   = "No backup has arrived in staging-shop-backup for 28 hours, although there is one daily while databases are on"
      runbook   = "backup-too-old"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsCompleted"
      dimensions = {
        BackupVaultName = "staging-shop-backup"
      }
      statistic = "Sum"
      threshold = 1
      below     = true
      period    = 3600
      periods   = 28
      missing   = "breaching"
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}

module "orders_events" {
  source = "../../../modules/event-alerts"

  events = {
    staging-orders-db-failover = {
      summary = "Database orders failed, or its standby took over"
      runbook = "datastore-failover"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail = {
          SourceIdentifier = ["staging-orders-db"]
          EventCategories  = ["failover", "failure"]
        }
      })
      says = {
        what = "$.detail.Message"
        at   = "$.time"
      }
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "orders"
    owner       = "shop"
    cost-centre = "shop"
  }
}
