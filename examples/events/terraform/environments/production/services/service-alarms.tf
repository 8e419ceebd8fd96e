module "map_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-map-service-down = {
      summary   = "No task of map runs"
      runbook   = "service-down"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-fleet-cluster"
        ServiceName = "production-map-service"
      }
      statistic = "Minimum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 3
      missing   = "breaching"
      pages     = true
    }
    production-map-service-tasks = {
      summary   = "Fewer than 2 tasks of map have run for 20 minutes"
      runbook   = "replicas-missing"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-fleet-cluster"
        ServiceName = "production-map-service"
      }
      statistic = "Minimum"
      threshold = 2
      below     = true
      period    = 60
      periods   = 20
      missing   = "notBreaching"
    }
    production-map-service-at-its-most = {
      summary   = "map has run as many tasks as it may for 30 minutes: more load finds no room"
      runbook   = "service-at-its-most"
      namespace = "ECS/ContainerInsights"
      metric    = "RunningTaskCount"
      dimensions = {
        ClusterName = "production-fleet-cluster"
        ServiceName = "production-map-service"
      }
      statistic = "Minimum"
      threshold = 5
      period    = 60
      periods   = 30
      missing   = "notBreaching"
    }
    production-map-service-memory = {
      summary   = "A task of map uses nearly all of its memory, and is ended when it wants more"
      runbook   = "memory-near-limit"
      namespace = "AWS/ECS"
      metric    = "MemoryUtilization"
      dimensions = {
        ClusterName = "production-fleet-cluster"
        ServiceName = "production-map-service"
      }
      statistic = "Maximum"
      threshold = 92
      period    = 60
      periods   = 15
      missing   = "notBreaching"
    }
    production-map-service-tasks-fail = {
      summary   = "More than 4 tasks of map ended by themselves or could not start within 30 minutes"
      runbook   = "containers-restart"
      namespace = "AWS/Events"
      metric    = "Invocations"
      dimensions = {
        RuleName = "production-map-service-tasks-fail"
      }
      statistic = "Sum"
      threshold = 4
      period    = 1800
      periods   = 1
      missing   = "notBreaching"
    }
    production-map-service-unhealthy = {
      summary   = "No task of map is healthy: whoever asks for it gets an error"
      runbook   = "service-down"
      namespace = "AWS/ApplicationELB"
      metric    = "HealthyHostCount"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.map.target_group
      }
      statistic = "Maximum"
      threshold = 1
      below     = true
      period    = 60
      periods   = 3
      missing   = "notBreaching"
      pages     = true
    }
    production-map-service-some-unhealthy = {
      summary   = "A task of map has been unhealthy for 20 minutes: the others carry its load"
      runbook   = "replicas-missing"
      namespace = "AWS/ApplicationELB"
      metric    = "UnHealthyHostCount"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.map.target_group
      }
      statistic = "Minimum"
      threshold = 0
      period    = 60
      periods   = 20
      missing   = "notBreaching"
    }
    production-map-service-errors = {
      summary   = "More than 5 in a hundred requests to map are answered with an error"
      runbook   = "error-budget-burns-fast"
      namespace = "AWS/ApplicationELB"
      metric    = "HTTPCode_Target_5XX_Count"
      dimensions = {
        LoadBalancer = local.platform.public_load_balancer
        TargetGroup  = module.map.target_group
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
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "map"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "report_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-report-job-missed = {
      summary   = "report could not be started: the reason is in the message that waits in production-report-job-missed"
      runbook   = "job-not-on-time"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-report-job-missed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "report"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "receive_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-receive-function-failed = {
      summary   = "Events of receive failed after all of their tries and wait in production-receive-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-receive-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-receive-function-errors = {
      summary   = "More than 5 in a hundred calls of receive fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "production-receive-function"
      }
      statistic  = "Sum"
      expression = "IF(m >= 5, 100 * m / all, 0)"
      beside = {
        all = "Invocations"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-receive-function-throttles = {
      summary   = "Calls of receive are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "production-receive-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-receive-function-duration = {
      summary   = "receive takes nearly all of the 30 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "production-receive-function"
      }
      statistic = "Maximum"
      threshold = 27000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-receive-api-errors = {
      summary   = "More than 5 in a hundred requests to receive are answered with an error"
      runbook   = "function-fails"
      namespace = "AWS/ApiGateway"
      metric    = "5XXError"
      dimensions = {
        ApiName = "production-receive-api"
        Stage   = "live"
      }
      statistic  = "Sum"
      expression = "IF(m >= 10, 100 * m / all, 0)"
      beside = {
        all = "Count"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
      pages     = true
    }
    production-receive-api-slow = {
      summary   = "One in a hundred requests to receive takes more than half of the time after which it is given up"
      runbook   = "answers-slow"
      namespace = "AWS/ApiGateway"
      metric    = "Latency"
      dimensions = {
        ApiName = "production-receive-api"
        Stage   = "live"
      }
      statistic = "p99"
      threshold = 14500
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "receive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "locate_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-locate-function-failed = {
      summary   = "Events of locate failed after all of their tries and wait in production-locate-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-locate-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-locate-function-errors = {
      summary   = "More than 5 in a hundred calls of locate fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "production-locate-function"
      }
      statistic  = "Sum"
      expression = "IF(m >= 5, 100 * m / all, 0)"
      beside = {
        all = "Invocations"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-locate-function-throttles = {
      summary   = "Calls of locate are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "production-locate-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-locate-function-duration = {
      summary   = "locate takes nearly all of the 60 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "production-locate-function"
      }
      statistic = "Maximum"
      threshold = 54000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "locate"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "archive_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-archive-function-failed = {
      summary   = "Events of archive failed after all of their tries and wait in production-archive-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-archive-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-archive-function-errors = {
      summary   = "More than 5 in a hundred calls of archive fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "production-archive-function"
      }
      statistic  = "Sum"
      expression = "IF(m >= 5, 100 * m / all, 0)"
      beside = {
        all = "Invocations"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-archive-function-throttles = {
      summary   = "Calls of archive are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "production-archive-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-archive-function-duration = {
      summary   = "archive takes nearly all of the 120 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "production-archive-function"
      }
      statistic = "Maximum"
      threshold = 108000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "thumbnail_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-thumbnail-function-failed = {
      summary   = "Events of thumbnail failed after all of their tries and wait in production-thumbnail-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-thumbnail-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-thumbnail-function-errors = {
      summary   = "More than 5 in a hundred calls of thumbnail fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "production-thumbnail-function"
      }
      statistic  = "Sum"
      expression = "IF(m >= 5, 100 * m / all, 0)"
      beside = {
        all = "Invocations"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-thumbnail-function-throttles = {
      summary   = "Calls of thumbnail are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "production-thumbnail-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-thumbnail-function-duration = {
      summary   = "thumbnail takes nearly all of the 120 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "production-thumbnail-function"
      }
      statistic = "Maximum"
      threshold = 108000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "thumbnail"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "sweep_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-sweep-function-failed = {
      summary   = "Events of sweep failed after all of their tries and wait in production-sweep-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "production-sweep-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-sweep-function-errors = {
      summary   = "More than 5 in a hundred calls of sweep fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "production-sweep-function"
      }
      statistic  = "Sum"
      expression = "IF(m >= 5, 100 * m / all, 0)"
      beside = {
        all = "Invocations"
      }
      threshold = 5
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-sweep-function-throttles = {
      summary   = "Calls of sweep are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "production-sweep-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-sweep-function-duration = {
      summary   = "sweep takes nearly all of the 600 seconds that it may"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Duration"
      dimensions = {
        FunctionName = "production-sweep-function"
      }
      statistic = "Maximum"
      threshold = 540000
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-sweep-function-not-on-time = {
      summary   = "sweep has not been called for a day, though its schedule says so"
      runbook   = "job-not-on-time"
      namespace = "AWS/Lambda"
      metric    = "Invocations"
      dimensions = {
        FunctionName = "production-sweep-function"
      }
      statistic = "Sum"
      threshold = 1
      below     = true
      period    = 86400
      periods   = 1
      missing   = "breaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "sweep"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "shared_service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-fleet-certificate-expires = {
      summary   = "The certificate of vans.example expires within 7 days, though it should have been renewed weeks ago"
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
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
}

module "map_events" {
  source = "../../../modules/event-alerts"

  events = {
    production-map-service-release-failed = {
      summary = "A release of map did not become healthy, and the one before it was put back"
      runbook = "container-cannot-start"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Deployment State Change"]
        resources = [
          "arn:aws:ecs:eu-north-1:666677778888:service/production-fleet-cluster/production-map-service",
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
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "map"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "report_events" {
  source = "../../../modules/event-alerts"

  events = {
    production-report-job-failed = {
      summary = "A run of report failed, or could not start"
      runbook = "job-failed"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Task State Change"]
        detail = {
          lastStatus = ["STOPPED"]
          taskDefinitionArn = [
            {
              prefix = "arn:aws:ecs:eu-north-1:666677778888:task-definition/production-report-job:"
            },
          ]
          "$or" = [
            {
              stopCode = ["TaskFailedToStart"]
            },
            {
              containers = {
                exitCode = [
                  {
                    anything-but = [0]
                  },
                ]
              }
            },
          ]
        }
      })
      says = {
        task = "$.detail.taskArn"
        why  = "$.detail.stoppedReason"
      }
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "report"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}
