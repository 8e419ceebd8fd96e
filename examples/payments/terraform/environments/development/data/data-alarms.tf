module "vault_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    development-vault-db-storage = {
      summary   = "Database vault is running out of storage: less than 10 percent is free, and it has not grown by itself"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "development-vault-db"
      }
      statistic = "Average"
      threshold = 21474836480
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    development-vault-db-storage-ends = {
      summary   = "Database vault is about to stop taking writes: less than 5 percent of its storage is free"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "development-vault-db"
      }
      statistic = "Average"
      threshold = 10737418240
      below     = true
      period    = 300
      periods   = 1
      missing   = "notBreaching"
      pages     = true
    }
    development-vault-db-cpu = {
      summary   = "The processors of database vault have been busy for 30 minutes: statements wait for each other"
      runbook   = "datastore-busy"
      namespace = "AWS/RDS"
      metric    = "CPUUtilization"
      dimensions = {
        DBInstanceIdentifier = "development-vault-db"
      }
      statistic = "Average"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    development-vault-db-memory = {
      summary   = "Database vault has hardly any memory left: statements begin to use the disk"
      runbook   = "database-memory-low"
      namespace = "AWS/RDS"
      metric    = "FreeableMemory"
      dimensions = {
        DBInstanceIdentifier = "development-vault-db"
      }
      statistic = "Average"
      threshold = 268435456
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    development-vault-db-connections = {
      summary   = "Database vault has hardly any connections left; those beyond the last are refused"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "development-vault-db"
      }
      statistic = "Maximum"
      threshold = 765
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "development"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "vault"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "entries_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    development-entries-db-storage = {
      summary   = "Database entries is running out of storage: less than 10 percent is free, and it has not grown by itself"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "development-entries-db"
      }
      statistic = "Average"
      threshold = 53687091200
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    development-entries-db-storage-ends = {
      summary   = "Database entries is about to stop taking writes: less than 5 percent of its storage is free"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "development-entries-db"
      }
      statistic = "Average"
      threshold = 26843545600
      below     = true
      period    = 300
      periods   = 1
      missing   = "notBreaching"
      pages     = true
    }
    development-entries-db-cpu = {
      summary   = "The processors of database entries have been busy for 30 minutes: statements wait for each other"
      runbook   = "datastore-busy"
      namespace = "AWS/RDS"
      metric    = "CPUUtilization"
      dimensions = {
        DBInstanceIdentifier = "development-entries-db"
      }
      statistic = "Average"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    development-entries-db-memory = {
      summary   = "Database entries has hardly any memory left: statements begin to use the disk"
      runbook   = "database-memory-low"
      namespace = "AWS/RDS"
      metric    = "FreeableMemory"
      dimensions = {
        DBInstanceIdentifier = "development-entries-db"
      }
      statistic = "Average"
      threshold = 268435456
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    development-entries-db-connections = {
      summary   = "Database entries has hardly any connections left; those beyond the last are refused"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "development-entries-db"
      }
      statistic = "Maximum"
      threshold = 765
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "development"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "entries"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
}

module "rates_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    development-rates-cache-001-memory = {
      summary   = "Cache rates is nearly full: keys are about to be thrown out before their time"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "DatabaseMemoryUsagePercentage"
      dimensions = {
        CacheClusterId = "development-rates-cache-001"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    development-rates-cache-001-evictions = {
      summary   = "Cache rates throws keys out to make room"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "Evictions"
      dimensions = {
        CacheClusterId = "development-rates-cache-001"
      }
      statistic = "Sum"
      threshold = 1000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    development-rates-cache-001-cpu = {
      summary   = "The one processor that cache rates works with has been busy for 30 minutes"
      runbook   = "datastore-busy"
      namespace = "AWS/ElastiCache"
      metric    = "EngineCPUUtilization"
      dimensions = {
        CacheClusterId = "development-rates-cache-001"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "development"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "rates"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "authorised_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    development-authorised-queue-fifo-dead-letters = {
      summary   = "Messages of authorised failed 5 times and wait in development-authorised-dlq.fifo"
      runbook   = "dead-letters"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "development-authorised-dlq.fifo"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
    development-authorised-queue-fifo-age = {
      summary   = "The oldest message in authorised has waited for more than 10 minutes: whoever takes from it is too slow, or stands still"
      runbook   = "queue-too-old"
      namespace = "AWS/SQS"
      metric    = "ApproximateAgeOfOldestMessage"
      dimensions = {
        QueueName = "development-authorised-queue.fifo"
      }
      statistic  = "Maximum"
      expression = "IF(((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 1830 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 2640) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 3270 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 4080) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 4710 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 5520) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 6150 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 6960) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 7590 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 8400), m, 0)"
      threshold  = 600
      period     = 300
      periods    = 2
      missing    = "notBreaching"
      pages      = true
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "development"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "authorised"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "vault_events" {
  source = "../../../modules/event-alerts"

  events = {
    development-vault-db-failover = {
      summary = "Database vault failed, or its standby took over"
      runbook = "datastore-failover"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail = {
          SourceIdentifier = ["development-vault-db"]
          EventCategories  = ["failover", "failure"]
        }
      })
      says = {
        what = "$.detail.Message"
        at   = "$.time"
      }
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "development"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "vault"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "entries_events" {
  source = "../../../modules/event-alerts"

  events = {
    development-entries-db-failover = {
      summary = "Database entries failed, or its standby took over"
      runbook = "datastore-failover"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail = {
          SourceIdentifier = ["development-entries-db"]
          EventCategories  = ["failover", "failure"]
        }
      })
      says = {
        what = "$.detail.Message"
        at   = "$.time"
      }
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "development"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "entries"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
}
