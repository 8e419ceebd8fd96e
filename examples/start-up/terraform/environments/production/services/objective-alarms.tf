module "web_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-web-availability"
  summary   = "Users of web meet failures"
  objective = 0.999
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.web.target_group
  }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "web"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "api_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-api-availability"
  summary   = "Users of api meet failures"
  objective = 0.999
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.api.target_group
  }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "api"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "api_latency" {
  source = "../../../modules/objective-alarms"

  name      = "production-api-latency"
  summary   = "Users of api wait for longer than was promised"
  objective = 0.95
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.api.target_group
  }
  requests = "RequestCount"
  latency = {
    metric = "TargetResponseTime"
    most   = 0.4
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "api"
    owner       = "shop"
    cost-centre = "shop"
  }
}
