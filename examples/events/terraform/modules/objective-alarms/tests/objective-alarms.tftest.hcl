mock_provider "aws" {}

variables {
  name             = "test-api-availability"
  summary          = "Users of api meet failures"
  objective        = 0.999
  namespace        = "AWS/ApplicationELB"
  dimensions       = { LoadBalancer = "app/lb/0", TargetGroup = "targetgroup/api/0" }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://code.example/runbooks"
  page_topic_arn   = "arn:aws:sns:eu-west-1:111122223333:pages"
  ticket_topic_arn = "arn:aws:sns:eu-west-1:111122223333:tickets"
}

run "both_windows_have_to_agree" {
  command = plan

  assert {
    condition     = aws_cloudwatch_composite_alarm.burns["hour"].alarm_rule == "ALARM(\"test-api-availability-hour-long\") AND ALARM(\"test-api-availability-hour-short\")"
    error_message = "An alarm must end when the trouble does."
  }

  assert {
    condition     = abs(aws_cloudwatch_metric_alarm.window["hour-long"].threshold - 0.0144) < 0.000001 && aws_cloudwatch_metric_alarm.window["lastdays-long"].evaluation_periods == 3
    error_message = "Thresholds are the burn rate times the budget; three days are three periods."
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.window["hour-long"].metric_query : query.expression if query.id == "share"]) == "IF(FILL(bad, 0) >= 5, FILL(bad, 0) / requests, 0)"
    error_message = "A single failure at low traffic must raise nothing."
  }
}

run "wakes_only_for_what_is_urgent" {
  command = plan

  assert {
    condition     = tolist(aws_cloudwatch_composite_alarm.burns["quarter"].alarm_actions)[0] == var.page_topic_arn && tolist(aws_cloudwatch_composite_alarm.burns["day"].alarm_actions)[0] == var.ticket_topic_arn
    error_message = "Slow burns wait for working hours."
  }
}

run "a_wide_budget" {
  command = plan

  variables {
    objective = 0.9
  }

  assert {
    condition     = abs(aws_cloudwatch_metric_alarm.window["hour-long"].threshold - 0.8) < 0.000001
    error_message = "More failures than requests cannot be asked for."
  }
}

run "about_time" {
  command = plan

  variables {
    bad     = null
    latency = { metric = "TargetResponseTime", most = 0.4 }
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.window["hour-long"].metric_query : query.metric[0].stat if query.id == "quick"]) == "PR(:0.4)"
    error_message = "The share of requests that are quick enough is a percentile rank."
  }
}

run "one_of_both" {
  command = plan

  variables {
    latency = { metric = "TargetResponseTime", most = 0.4 }
  }

  expect_failures = [var.latency]
}
