module "rates_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-dr-rates-cache-001-memory = {
      summary   = "Cache rates is nearly full: keys are about to be thrown out before their time"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "DatabaseMemoryUsagePercentage"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-001"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-dr-rates-cache-001-evictions = {
      summary   = "Cache rates throws keys out to make room"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "Evictions"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-001"
      }
      statistic = "Sum"
      threshold = 1000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-dr-rates-cache-001-cpu = {
      summary   = "The one processor that cache rates works with has been busy for 30 minutes"
      runbook   = "datastore-busy"
      namespace = "AWS/ElastiCache"
      metric    = "EngineCPUUtilization"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-001"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    production-dr-rates-cache-001-lag = {
      summary   = "Node production-dr-rates-cache-001 of cache rates is more than 30 seconds behind: what it lacks is lost if it has to take over"
      runbook   = "copy-behind"
      namespace = "AWS/ElastiCache"
      metric    = "ReplicationLag"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-001"
      }
      statistic = "Maximum"
      threshold = 30
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-dr-rates-cache-001-failover = {
      summary   = "Another node of cache rates took over"
      runbook   = "datastore-failover"
      namespace = "AWS/ElastiCache"
      metric    = "IsMaster"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-001"
      }
      statistic  = "Maximum"
      expression = "ABS(DIFF(m))"
      threshold  = 0
      period     = 60
      periods    = 1
      missing    = "notBreaching"
    }
    production-dr-rates-cache-002-memory = {
      summary   = "Cache rates is nearly full: keys are about to be thrown out before their time"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "DatabaseMemoryUsagePercentage"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-002"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-dr-rates-cache-002-evictions = {
      summary   = "Cache rates throws keys out to make room"
      runbook   = "cache-memory-high"
      namespace = "AWS/ElastiCache"
      metric    = "Evictions"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-002"
      }
      statistic = "Sum"
      threshold = 1000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-dr-rates-cache-002-cpu = {
      summary   = "The one processor that cache rates works with has been busy for 30 minutes"
      runbook   = "datastore-busy"
      namespace = "AWS/ElastiCache"
      metric    = "EngineCPUUtilization"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-002"
      }
      statistic = "Maximum"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    production-dr-rates-cache-002-lag = {
      summary   = "Node production-dr-rates-cache-002 of cache rates is more than 30 seconds behind: what it lacks is lost if it has to take over"
      runbook   = "copy-behind"
      namespace = "AWS/ElastiCache"
      metric    = "ReplicationLag"
      dimensions = {
        CacheClusterId = "production-dr-rates-cache-002"
      }
      statistic = "Maximum"
      threshold = 30
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "production"
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
    production-dr-authorised-queue-fifo-dead-letters = {
      summary   = "Messages of authorised failed 5 times and wait in production-dr-authorised-dlq.fifo"
      runbook   = "dead-letters"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-dr-authorised-dlq.fifo"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 2
      missing   = "notBreaching"
      pages     = true
    }
    production-dr-authorised-queue-fifo-age = {
      summary   = "The oldest message in authorised has waited for more than 10 minutes: whoever takes from it is too slow, or stands still"
      runbook   = "queue-too-old"
      namespace = "AWS/SQS"
      metric    = "ApproximateAgeOfOldestMessage"
      dimensions = {
        QueueName = "production-dr-authorised-queue.fifo"
      }
      statistic = "Maximum"
      threshold = 600
      period    = 300
      periods   = 2
      missing   = "notBreaching"
      pages     = true
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment    = "production"
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
    production-vault-db-recovery-failover = {
      summary = "Database vault failed, or its standby took over"
      runbook = "datastore-failover"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail = {
          SourceIdentifier = ["production-vault-db-recovery"]
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
    environment    = "production"
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
    production-entries-db-recovery-failover = {
      summary = "Database entries failed, or its standby took over"
      runbook = "datastore-failover"
      pattern = jsonencode({
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail = {
          SourceIdentifier = ["production-entries-db-recovery"]
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
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "entries"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
}
