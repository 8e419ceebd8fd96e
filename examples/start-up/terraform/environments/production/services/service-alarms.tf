module "web_alarms" {
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
      periods   = 3
      missing   = "breaching"
      pages     = true
    }
    production-web-service-tasks = {
      summary   = "Fewer than 2 tasks of web have run for 20 minutes"
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
      periods   = 20
      missing   = "notBreaching"
    }
    production-web-service-at-its-most = {
      summary   = "web has run as many tasks as it may for 30 minutes: more load finds no room"
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
    }
    production-web-service-memory = {
      summary   = "A task of web uses nearly all of its memory, and is ended when it wants more"
      runbook   = "memory-near-limit"
      namespace = "AWS/ECS"
      metric    = "MemoryUtilization"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-web-service"
      }
      statistic = "Maximum"
      threshold = 92
      period    = 60
      periods   = 15
      missing   = "notBreaching"
    }
    production-web-service-tasks-fail = {
      summary   = "More than 4 tasks of web ended by themselves or could not start within 30 minutes"
      runbook   = "containers-restart"
      namespace = "AWS/Events"
      metric    = "Invocations"
      dimensions = {
        RuleName = "production-web-service-tasks-fail"
      }
      statistic = "Sum"
      threshold = 4
      period    = 1800
      periods   = 1
      missing   = "notBreaching"
    }
    production-web-service-unhealthy = {
      summary   = "No task of web is healthy: whoever asks for it gets an error"
      runbook   = "service-down"
      namespace = "AWS/ApplicationELB"
      metric    = "HealthyHostCount"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.web.target_group
      }
      statistic = "Maximum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 3
      missing   = "notBreaching"
      pages     = true
    }
    production-web-service-some-unhealthy = {
      summary   = "A task of web has been unhealthy for 20 minutes: the others carry its load"
      runbook   = "replicas-missing"
      namespace = "AWS/ApplicationELB"
      metric    = "UnHealthyHostCount"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.web.target_group
      }
      statistic = "Minimum"
      threshold = 0
      period    = 60
      periods   = 20
      missing   = "notBreaching"
    }
    production-web-service-errors = {
      summary   = "More than 5 in a hundred requests to web are answered with an error"
      runbook   = "error-budget-burns-fast"
      namespace = "AWS/ApplicationELB"
      metric    = "HTTPCode_Target_5XX_Count"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.web.target_group
      }
      statistic  = "Sum"
      expression = "IF(m >= 10, 100 * m / all, 0)"
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

module "api_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
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
      periods   = 3
      missing   = "breaching"
      pages     = true
    }
    production-api-service-tasks = {
      summary   = "Fewer than 2 tasks of api have run for 20 minutes"
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
      periods   = 20
      missing   = "notBreaching"
    }
    production-api-service-at-its-most = {
      summary   = "api has run as many tasks as it may for 30 minutes: more load finds no room"
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
    }
    production-api-service-memory = {
      summary   = "A task of api uses nearly all of its memory, and is ended when it wants more"
      runbook   = "memory-near-limit"
      namespace = "AWS/ECS"
      metric    = "MemoryUtilization"
      dimensions = {
        ClusterName = "production-shop-cluster"
        ServiceName = "production-api-service"
      }
      statistic = "Maximum"
      threshold = 92
      period    = 60
      periods   = 15
      missing   = "notBreaching"
    }
    production-api-service-tasks-fail = {
      summary   = "More than 4 tasks of api ended by themselves or could not start within 30 minutes"
      runbook   = "containers-restart"
      namespace = "AWS/Events"
      metric    = "Invocations"
      dimensions = {
        RuleName = "production-api-service-tasks-fail"
      }
      statistic = "Sum"
      threshold = 4
      period    = 1800
      periods   = 1
      missing   = "notBreaching"
    }
    production-api-service-unhealthy = {
      summary   = "No task of api is healthy: whoever asks for it gets an error"
      runbook   = "service-down"
      namespace = "AWS/ApplicationELB"
      metric    = "HealthyHostCount"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.api.target_group
      }
      statistic = "Maximum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 3
      missing   = "notBreaching"
      pages     = true
    }
    production-api-service-some-unhealthy = {
      summary   = "A task of api has been unhealthy for 20 minutes: the others carry its load"
      runbook   = "replicas-missing"
      namespace = "AWS/ApplicationELB"
      metric    = "UnHealthyHostCount"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.api.target_group
      }
      statistic = "Minimum"
      threshold = 0
      period    = 60
      periods   = 20
      missing   = "notBreaching"
    }
    production-api-service-errors = {
      summary   = "More than 5 in a hundred requests to api are answered with an error"
      runbook   = "error-budget-burns-fast"
      namespace = "AWS/ApplicationELB"
      metric    = "HTTPCode_Target_5XX_Count"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.api.target_group
      }
      statistic  = "Sum"
      expression = "IF(m >= 10, 100 * m / all, 0)"
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

module "shared_service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-shop-certificate-expires = {
      summary   = "The certificate of shop.example expires within 7 days, though it should have been renewed weeks ago"
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

module "web_events" {
  source = "../../../modules/event-alerts"

  events = {
    production-web-service-release-failed = {
      summary = "A release of web did not become healthy, and the one before it was put back"
      runbook = "container-cannot-start"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Deployment State Change"]
        resources = [
          "arn:aws:ecs:eu-west-1:111122223333:service/production-shop-cluster/production-web-service",
        ]
        detail = {
          eventName = ["SERVICE_DEPLOYMENT_FAILED"]
        }
      })
      says = {
        why = "$.detail.reason"
      }
    }
  }
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

module "api_events" {
  source = "../../../modules/event-alerts"

  events = {
    production-api-service-release-failed = {
      summary = "A release of api did not become healthy, and the one before it was put back"
      runbook = "container-cannot-start"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Deployment State Change"]
        resources = [
          "arn:aws:ecs:eu-west-1:111122223333:service/production-shop-cluster/production-api-service",
        ]
        detail = {
          eventName = ["SERVICE_DEPLOYMENT_FAILED"]
        }
      })
      says = {
        why = "$.detail.reason"
      }
    }
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
