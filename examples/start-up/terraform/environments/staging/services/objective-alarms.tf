module "web_availability" {
  source = "../../../modules/objective-alarms"

  name      = "staging-web-availability"
  summary   = "Users of web meet failures"
  objective = 0.995
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.web.target_group
  }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "web"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "api_availability" {
  source = "../../../modules/objective-alarms"

  name      = "staging-api-availability"
  summary   = "Users of api meet failures"
  objective = 0.995
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.api.target_group
  }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "api"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "api_latency" {
  source = "../../../modules/objective-alarms"

  name      = "staging-api-latency"
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
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "api"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-api-service-at-its-most = {
      summary   = "api runs as many tasks as it may for half an hour: more load finds no room"
      runbook   = "service-at-its-most"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "staging-shop-cluster"
        ServiceName = "staging-api-service"
      }
      statistic = "Minimum"
      threshold = 2
      period    = 60
      periods   = 30
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "staging"
        system      = "shop"
        managed-by  = "terraform"
        service     = "api"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    staging-shop-certificate-expires = {
      summary   = "The certificate of staging.shop.example expires within seven days, though it should have been renewed weeks ago"
      runbook   = "certificate-expires"
      namespace = "AWS/CertificateManager"
      metric    = "DaysToExpiry"
      dimensions = {
        CertificateArn = local.platform.certificate_arn
      }
      statistic = "Minimum"
      threshold = 7
      below     = true
      period    = 86400
      periods   = 1
      missing   = "notBreaching"
      pages     = true
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
