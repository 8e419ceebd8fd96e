module "shared_edge_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-shop-alb-errors = {
      summary   = "Load balancer production-shop-alb answers more than 5 in a hundred requests by itself with an error, since it reaches no healthy task"
      runbook   = "entrance-fails"
      namespace = "AWS/ApplicationELB"
      metric    = "HTTPCode_ELB_5XX_Count"
      dimensions = {
        LoadBalancer = module.public.arn_suffix
      }
      statistic  = "Sum"
      expression = "IF(m >= 10, 100 * m / (FILL(all, 0) + m), 0)"
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
  page_topic_arn   = module.pages.arn
  ticket_topic_arn = module.alarms.arn
}
