module "web_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-web-service-memory = {
      summary   = "A task of web uses nearly all of its memory, and is ended when it wants more"
      runbook   = "memory-near-limit"
      namespace = "AWS/ECS"
      metric    = "MemoryUtilization"
      dimensions = {
        ClusterName = "staging-shop-cluster"
        ServiceName = "staging-web-service"
      }
      statistic = "Maximum"
      threshold = 92
      period    = 60
      periods   = 15
      missing   = "notBreaching"
    }
    staging-web-service-tasks-fail = {
      summary   = "More than 4 tasks of web ended by themselves or could not start within 30 minutes"
      runbook   = "containers-restart"
      namespace = "AWS/Events"
      metric    = "Invocations"
      dimensions = {
        RuleName = "staging-web-service-tasks-fail"
      }
      statistic = "Sum"
      threshold = 4
      period    = 1800
      periods   = 1
      missing   = "notBreaching"
    }
    staging-web-service-some-unhealthy = {
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
    staging-web-service-errors = {
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

module "api_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-api-service-at-its-most = {
      summary   = "api has run as many tasks as it may for 30 minutes: more load finds no room"
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
    }
    staging-api-service-memory = {
      summary   = "A task of api uses nearly all of its memory, and is ended when it wants more"
      runbook   = "memory-near-limit"
      namespace = "AWS/ECS"
      metric    = "MemoryUtilization"
      dimensions = {
        ClusterName = "staging-shop-cluster"
        ServiceName = "staging-api-service"
      }
      statistic = "Maximum"
      threshold = 92
      period    = 60
      periods   = 15
      missing   = "notBreaching"
    }
    staging-api-service-tasks-fail = {
      summary   = "More than 4 tasks of api ended by themselves or could not start within 30 minutes"
      runbook   = "containers-restart"
      namespace = "AWS/Events"
      metric    = "Invocations"
      dimensions = {
        RuleName = "staging-api-service-tasks-fail"
      }
      statistic = "Sum"
      threshold = 4
      period    = 1800
      periods   = 1
      missing   = "notBreaching"
    }
    staging-api-service-some-unhealthy = {
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
    staging-api-service-errors = {
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

module "shared_service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    staging-shop-certificate-expires = {
      summary   = "The certificate of staging.shop.example expires within 7 days, though it should have been renewed weeks ago"
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
    staging-shop-hours-missed = {
      summary   = "Something was not switched on or off at its hour: the reason is in the message that waits in staging-shop-hours-missed"
      runbook   = "office-hours-missed"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "staging-shop-hours-missed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}

module "web_events" {
  source = "../../../modules/event-alerts"

  events = {
    staging-web-service-release-failed = {
      summary = "A release of web did not become healthy, and the one before it was put back"
      runbook = "container-cannot-start"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Deployment State Change"]
        resources = [
          "arn:aws:ecs:eu-west-1:111122223333:service/staging-shop-cluster/staging-web-service",
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

module "api_events" {
  source = "../../../modules/event-alerts"

  events = {
    staging-api-service-release-failed = {
      summary = "A release of api did not become healthy, and the one before it was put back"
      runbook = "container-cannot-start"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Deployment State Change"]
        resources = [
          "arn:aws:ecs:eu-west-1:111122223333:service/staging-shop-cluster/staging-api-service",
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
