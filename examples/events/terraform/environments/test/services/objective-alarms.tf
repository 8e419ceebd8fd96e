module "map_availability" {
  source = "../../../modules/objective-alarms"

  name      = "test-map-availability"
  summary   = "Users of map meet failures"
  objective = 0.995
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.map.target_group
  }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "map"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "receive_availability" {
  source = "../../../modules/objective-alarms"

  name      = "test-receive-availability"
  summary   = "Users of receive meet failures"
  objective = 0.995
  namespace = "AWS/ApiGateway"
  dimensions = {
    ApiName = "test-receive-api"
    Stage   = "live"
  }
  requests         = "Count"
  bad              = "5XXError"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "receive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "locate_availability" {
  source = "../../../modules/objective-alarms"

  name      = "test-locate-availability"
  summary   = "Users of locate meet failures"
  objective = 0.995
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "test-locate-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "locate"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "archive_availability" {
  source = "../../../modules/objective-alarms"

  name      = "test-archive-availability"
  summary   = "Users of archive meet failures"
  objective = 0.995
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "test-archive-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "thumbnail_availability" {
  source = "../../../modules/objective-alarms"

  name      = "test-thumbnail-availability"
  summary   = "Users of thumbnail meet failures"
  objective = 0.995
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "test-thumbnail-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "thumbnail"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "sweep_availability" {
  source = "../../../modules/objective-alarms"

  name      = "test-sweep-availability"
  summary   = "Users of sweep meet failures"
  objective = 0.995
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "test-sweep-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "sweep"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-map-service-down = {
      summary   = "No task of map runs"
      runbook   = "service-down"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "test-fleet-cluster"
        ServiceName = "test-map-service"
      }
      statistic = "Minimum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 5
      missing   = "breaching"
      pages     = true
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "map"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-map-service-tasks = {
      summary   = "Fewer than 2 tasks of map run for a quarter of an hour"
      runbook   = "replicas-missing"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "test-fleet-cluster"
        ServiceName = "test-map-service"
      }
      statistic = "Minimum"
      threshold = 2
      below     = true
      period    = 60
      periods   = 15
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "map"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-receive-function-duration = {
      summary   = "receive takes nearly all of the 30 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "test-receive-function"
      }
      statistic = "Maximum"
      threshold = 27000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "receive"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-locate-function-duration = {
      summary   = "locate takes nearly all of the 60 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "test-locate-function"
      }
      statistic = "Maximum"
      threshold = 54000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "locate"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-archive-function-duration = {
      summary   = "archive takes nearly all of the 120 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "test-archive-function"
      }
      statistic = "Maximum"
      threshold = 108000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "archive"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-thumbnail-function-duration = {
      summary   = "thumbnail takes nearly all of the 120 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "test-thumbnail-function"
      }
      statistic = "Maximum"
      threshold = 108000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "thumbnail"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-sweep-function-duration = {
      summary   = "sweep takes nearly all of the 600 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "test-sweep-function"
      }
      statistic = "Maximum"
      threshold = 540000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "sweep"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-sweep-function-not-on-time = {
      summary   = "sweep has not been called for a day, though its schedule says so"
      runbook   = "job-not-on-time"
      namespace = "AWS/Lambda"
      metric    = "Invocations"
      dimensions = {
        FunctionName = "test-sweep-function"
      }
      statistic = "Sum"
      threshold = 1
      below     = true
      period    = 86400
      periods   = 1
      missing   = "breaching"
      pages     = false
      tags = {
        environment = "test"
        system      = "fleet"
        managed-by  = "terraform"
        service     = "sweep"
        owner       = "fleet"
        cost-centre = "fleet"
      }
    }
    test-fleet-certificate-expires = {
      summary   = "The certificate of test.vans.example expires within seven days, though it should have been renewed weeks ago"
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
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}
