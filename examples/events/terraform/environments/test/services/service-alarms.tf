module "map_alarms" {
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
      periods   = 3
      missing   = "breaching"
      pages     = true
    }
    test-map-service-tasks = {
      summary   = "Fewer than 2 tasks of map have run for 20 minutes"
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
      periods   = 20
      missing   = "notBreaching"
    }
    test-map-service-memory = {
      summary   = "A task of map uses nearly all of its memory, and is ended when it wants more"
      runbook   = "memory-near-limit"
      namespace = "AWS/ECS"
      metric    = "MemoryUtilization"
      dimensions = {
        ClusterName = "test-fleet-cluster"
        ServiceName = "test-map-service"
      }
      statistic = "Maximum"
      threshold = 92
      period    = 60
      periods   = 15
      missing   = "notBreaching"
    }
    test-map-service-tasks-fail = {
      summary   = "More than 4 tasks of map ended by themselves or could not start within 30 minutes"
      runbook   = "containers-restart"
      namespace = "AWS/Events"
      metric    = "Invocations"
      dimensions = {
        RuleName = "test-map-service-tasks-fail"
      }
      statistic = "Sum"
      threshold = 4
      period    = 1800
      periods   = 1
      missing   = "notBreaching"
    }
    test-map-service-unhealthy = {
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
    test-map-service-some-unhealthy = {
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
    test-map-service-errors = {
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

module "report_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-report-job-missed = {
      summary   = "report could not be started: the reason is in the message that waits in test-report-job-missed"
      runbook   = "job-not-on-time"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-report-job-missed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
  }
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
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
    test-receive-function-failed = {
      summary   = "Events of receive failed after all of their tries and wait in test-receive-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-receive-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    test-receive-function-errors = {
      summary   = "More than 5 in a hundred calls of receive fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "test-receive-function"
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
    test-receive-function-throttles = {
      summary   = "Calls of receive are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "test-receive-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
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
    }
    test-receive-api-errors = {
      summary   = "More than 5 in a hundred requests to receive are answered with an error"
      runbook   = "function-fails"
      namespace = "AWS/ApiGateway"
      metric    = "5XXError"
      dimensions = {
        ApiName = "test-receive-api"
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
    test-receive-api-slow = {
      summary   = "One in a hundred requests to receive takes more than half of the time after which it is given up"
      runbook   = "answers-slow"
      namespace = "AWS/ApiGateway"
      metric    = "Latency"
      dimensions = {
        ApiName = "test-receive-api"
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

module "locate_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-locate-function-failed = {
      summary   = "Events of locate failed after all of their tries and wait in test-locate-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-locate-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    test-locate-function-errors = {
      summary   = "More than 5 in a hundred calls of locate fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "test-locate-function"
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
    test-locate-function-throttles = {
      summary   = "Calls of locate are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "test-locate-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
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
    }
  }
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

module "archive_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-archive-function-failed = {
      summary   = "Events of archive failed after all of their tries and wait in test-archive-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-archive-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    test-archive-function-errors = {
      summary   = "More than 5 in a hundred calls of archive fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "test-archive-function"
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
    test-archive-function-throttles = {
      summary   = "Calls of archive are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "test-archive-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
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
    }
  }
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

module "thumbnail_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-thumbnail-function-failed = {
      summary   = "Events of thumbnail failed after all of their tries and wait in test-thumbnail-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-thumbnail-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    test-thumbnail-function-errors = {
      summary   = "More than 5 in a hundred calls of thumbnail fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "test-thumbnail-function"
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
    test-thumbnail-function-throttles = {
      summary   = "Calls of thumbnail are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "test-thumbnail-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
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
    }
  }
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

module "sweep_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-sweep-function-failed = {
      summary   = "Events of sweep failed after all of their tries and wait in test-sweep-function-failed"
      runbook   = "function-fails"
      namespace = "AWS/SQS"
      metric    = "ApproximateNumberOfMessagesVisible"
      dimensions = {
        QueueName = "test-sweep-function-failed"
      }
      statistic = "Maximum"
      threshold = 0
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    test-sweep-function-errors = {
      summary   = "More than 5 in a hundred calls of sweep fail"
      runbook   = "function-fails"
      namespace = "AWS/Lambda"
      metric    = "Errors"
      dimensions = {
        FunctionName = "test-sweep-function"
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
    test-sweep-function-throttles = {
      summary   = "Calls of sweep are turned away: more come at once than may run"
      runbook   = "function-throttled"
      namespace = "AWS/Lambda"
      metric    = "Throttles"
      dimensions = {
        FunctionName = "test-sweep-function"
      }
      statistic = "Sum"
      threshold = 10
      period    = 300
      periods   = 3
      missing   = "notBreaching"
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
    }
  }
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

module "shared_service_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    test-fleet-certificate-expires = {
      summary   = "The certificate of test.vans.example expires within 7 days, though it should have been renewed weeks ago"
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

module "map_events" {
  source = "../../../modules/event-alerts"

  events = {
    test-map-service-release-failed = {
      summary = "A release of map did not become healthy, and the one before it was put back"
      runbook = "container-cannot-start"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Deployment State Change"]
        resources = [
          "arn:aws:ecs:eu-north-1:666677778888:service/test-fleet-cluster/test-map-service",
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

module "report_events" {
  source = "../../../modules/event-alerts"

  events = {
    test-report-job-failed = {
      summary = "A run of report failed, or could not start"
      runbook = "job-failed"
      pattern = jsonencode({
        source      = ["aws.ecs"]
        detail-type = ["ECS Task State Change"]
        detail = {
          lastStatus = ["STOPPED"]
          taskDefinitionArn = [
            {
              prefix = "arn:aws:ecs:eu-north-1:666677778888:task-definition/test-report-job:"
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
  page_topic_arn   = local.platform.alarm_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "report"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}
