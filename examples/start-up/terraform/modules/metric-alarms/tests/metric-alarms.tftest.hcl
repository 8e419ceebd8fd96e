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

run "silence_means_something" {
  command = plan

  variables {
    alarms = { odd = { summary = "Odd", runbook = "odd", namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = {}, statistic = "Average", threshold = 1, missing = "ok" } }
  }

  expect_failures = [var.alarms]
}
