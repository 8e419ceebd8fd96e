mock_provider "aws" {}

variables {
  name        = "test-budget"
  monthly_usd = 800
  environment = "test"
  emails      = ["ops@shop.example"]
}

run "told_in_time" {
  command = plan

  assert {
    condition     = contains([for one in aws_budgets_budget.this.notification : one.notification_type], "FORECASTED")
    error_message = "People must be told before the money is spent."
  }

  assert {
    condition     = length(aws_ce_anomaly_monitor.this) == 1 && length(aws_ce_anomaly_subscription.this) == 1
    error_message = "People must be told of spending that is unlike before."
  }

  assert {
    condition     = aws_ce_anomaly_monitor.this[0].monitor_type == "CUSTOM" && jsondecode(aws_ce_anomaly_monitor.this[0].monitor_specification).Tags.Values == ["test"]
    error_message = "AWS takes one monitor over all services, and has made it itself."
  }
}

run "anomalies_are_not_looked_for" {
  command = plan

  variables {
    detect_anomalies = false
  }

  assert {
    condition     = length(aws_ce_anomaly_monitor.this) == 0 && length(aws_ce_anomaly_subscription.this) == 0
    error_message = "AWS allows one monitor of services in an account."
  }
}

run "nothing_to_spend" {
  command = plan

  variables {
    monthly_usd = 0
  }

  expect_failures = [var.monthly_usd]
}
