mock_provider "aws" {}

variables {
  alarms = {
    down = {
      summary    = "No task runs"
      runbook    = "service-down"
      namespace  = "ECS/ContainerInsights"
      metric     = "RunningTaskCount"
      dimensions = { ClusterName = "test", ServiceName = "api" }
      statistic  = "Minimum"
      threshold  = 1
      below      = true
      missing    = "breaching"
      pages      = true
    }
    throttles = {
      summary    = "Requests are turned away"
      runbook    = "table-throttled"
      namespace  = "AWS/DynamoDB"
      metric     = "ThrottledRequests"
      dimensions = { TableName = "vans" }
      statistic  = "Sum"
      threshold  = 10
    }
    slow = {
      summary    = "One call in a hundred is slow"
      runbook    = "answers-slow"
      namespace  = "AWS/ApiGateway"
      metric     = "Latency"
      dimensions = { ApiName = "api", Stage = "live" }
      statistic  = "p99"
      threshold  = 3000
    }
    errors = {
      summary    = "More than five in a hundred requests fail"
      runbook    = "entrance-fails"
      namespace  = "AWS/ApiGateway"
      metric     = "5XXError"
      dimensions = { ApiName = "api", Stage = "live" }
      statistic  = "Sum"
      expression = "IF(m >= 10, 100 * m / requests, 0)"
      beside     = { requests = "Count" }
      threshold  = 5
    }
  }
  runbooks_url     = "https://code.example/runbooks"
  page_topic_arn   = "arn:aws:sns:eu-west-1:111122223333:pages"
  ticket_topic_arn = "arn:aws:sns:eu-west-1:111122223333:tickets"
}

run "told_by_urgency_with_a_runbook" {
  command = plan

  assert {
    condition     = tolist(aws_cloudwatch_metric_alarm.this["down"].alarm_actions)[0] == var.page_topic_arn && tolist(aws_cloudwatch_metric_alarm.this["throttles"].alarm_actions)[0] == var.ticket_topic_arn
    error_message = "Only what is urgent may wake people."
  }

  assert {
    condition     = endswith(aws_cloudwatch_metric_alarm.this["down"].alarm_description, "https://code.example/runbooks/service-down.md") && aws_cloudwatch_metric_alarm.this["down"].treat_missing_data == "breaching"
    error_message = "Who is woken needs the runbook, and a service that says nothing is down."
  }
}

run "percentiles_and_shares" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["slow"].extended_statistic == "p99" && aws_cloudwatch_metric_alarm.this["slow"].statistic == null
    error_message = "A percentile goes by its own argument."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["errors"].metric_name == null && toset([for query in aws_cloudwatch_metric_alarm.this["errors"].metric_query : query.id]) == toset(["told", "m", "requests"])
    error_message = "A share is reckoned of both metrics."
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.this["errors"].metric_query : query.metric[0].metric_name if query.id == "requests"]) == "Count"
    error_message = "What stands beside the metric is asked for under its own id."
  }
}

run "no_such_statistic" {
  command = plan

  variables {
    alarms = { odd = { summary = "Odd", runbook = "odd", namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = {}, statistic = "Mean", threshold = 1 } }
  }

  expect_failures = [var.alarms]
}

run "silence_means_something" {
  command = plan

  variables {
    alarms = { odd = { summary = "Odd", runbook = "odd", namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = {}, statistic = "Average", threshold = 1, missing = "ok" } }
  }

  expect_failures = [var.alarms]
}
