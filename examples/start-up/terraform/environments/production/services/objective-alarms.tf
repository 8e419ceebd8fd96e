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

module "service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-web-service-down = {
      summary   = "No task of web runs"
      runbook   = "service-down"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-web-service"
      }
      statistic = "Minimum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 5
      missing   = "breaching"
      pages     = true
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "web"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-web-service-tasks = {
      summary   = "Fewer than 2 tasks of web run for a quarter of an hour"
      runbook   = "replicas-missing"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-web-service"
      }
      statistic = "Minimum"
      threshold = 2
      below     = true
      period    = 60
      periods   = 15
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "web"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-web-service-at-its-most = {
      summary   = "web runs as many tasks as it may for half an hour: more load finds no room"
      runbook   = "service-at-its-most"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-web-service"
      }
      statistic = "Minimum"
      threshold = 3
      period    = 60
      periods   = 30
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "web"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-api-service-down = {
      summary   = "No task of api runs"
      runbook   = "service-down"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-api-service"
      }
      statistic = "Minimum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 5
      missing   = "breaching"
      pages     = true
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "api"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-api-service-tasks = {
      summary   = "Fewer than 2 tasks of api run for a quarter of an hour"
      runbook   = "replicas-missing"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-api-service"
      }
      statistic = "Minimum"
      threshold = 2
      below     = true
      period    = 60
      periods   = 15
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "api"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-api-service-at-its-most = {
      summary   = "api runs as many tasks as it may for half an hour: more load finds no room"
      runbook   = "service-at-its-most"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-api-service"
      }
      statistic = "Minimum"
      threshold = 5
      period    = 60
      periods   = 30
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "production"
        system      = "shop"
        managed-by  = "terraform"
        service     = "api"
        owner       = "shop"
        cost-centre = "shop"
      }
    }
    production-shop-certificate-expires = {
      summary   = "The certificate of shop.example expires within seven days, though it should have been renewed weeks ago"
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
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
