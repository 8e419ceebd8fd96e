module "shared_edge_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-shop-alb-errors = {
      summary   = "Load balancer staging-shop-alb answers more than 5 in a hundred requests by itself with an error, since it reaches no healthy task"
      runbook   = "entrance-fails"
      namespace = "AWS/ApplicationELB"
      metric    = "HTTPCode_ELB_5XX_Count"
      dimensions = {
        LoadBalancer = module.public.arn_suffix
      }
      statistic  = "Sum"
      expression = "IF(((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 1875 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 2580) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 3315 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 4020) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 4755 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 5460) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 6195 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 6900) OR ((1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) >= 7635 AND (1440 * DAY(m) + 60 * HOUR(m) + MINUTE(m)) < 8340), IF(m >= 10, 100 * m / (FILL(all, 0) + m), 0), 0)"
      beside = {
        all = "RequestCount"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
      pages     = true
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = module.alarms.arn
  ticket_topic_arn = module.alarms.arn
}
