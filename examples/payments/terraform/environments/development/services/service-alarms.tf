module "shared_service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    development-payments-hours-missed = {
      summary   = "Something was not switched on or off at its hour: the reason is in the message that waits in development-payments-hours-missed"
      runbook   = "office-hours-missed"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "development-payments-hours-missed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
