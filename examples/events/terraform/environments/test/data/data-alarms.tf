module "positions_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-positions-queue-dead-letters = {
      summary   = "Messages of positions failed 5 times and wait in test-positions-dlq"
      runbook   = "dead-letters"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-positions-dlq"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
    test-positions-queue-age = {
      summary   = "The oldest message in positions has waited for more than 12 minutes: whoever takes from it is too slow, or stands still"
      runbook   = "queue-too-old"
      namespace = "AWS/SQS"
      metric    = "ApproximateAgeOfOldestMessage"
      dimensions = {
        QueueName = "test-positions-queue"
      }
      statistic = "Maximum"
      threshold = 720
      period    = 300
      periods   = 2
      missing   = "notBreaching"
      pages     = true
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "positions"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "to_archive_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-to-archive-queue-dead-letters = {
      summary   = "Messages of to-archive failed 5 times and wait in test-to-archive-dlq"
      runbook   = "dead-letters"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-to-archive-dlq"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
    test-to-archive-queue-age = {
      summary   = "The oldest message in to-archive has waited for more than 24 minutes: whoever takes from it is too slow, or stands still"
      runbook   = "queue-too-old"
      namespace = "AWS/SQS"
      metric    = "ApproximateAgeOfOldestMessage"
      dimensions = {
        QueueName = "test-to-archive-queue"
      }
      statistic = "Maximum"
      threshold = 1440
      period    = 300
      periods   = 2
      missing   = "notBreaching"
      pages     = true
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "to-archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "vans_alarms" {
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
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "vans"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "shared_data_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
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
    }
    test-fleet-backup-too-old = {
      summary   = "No backup has arrived in test-fleet-backup for 28 hours, although there is one daily"
      runbook   = "backup-too-old"
      namespace = "AWS/Backup"
      metric    = "NumberOfBackupJobsCompleted"
      dimensions = {
        BackupVaultName = "test-fleet-backup"
      }
      statistic = "Sum"
      threshold = 1
      below     = true
      period    = 3600
      periods   = 28
      missing   = "breaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
