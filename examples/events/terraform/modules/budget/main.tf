resource "aws_budgets_budget" "this" {
  name         = var.name
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  # The tag has to be switched on for costs in the billing console, once.
  cost_filter {
    name   = "TagKeyValue"
    values = [format("user:environment$%s", var.environment)]
  }

  # Told when there is still time to do something, and when it is a fact.
  dynamic "notification" {
    for_each = [
      { kind = "ACTUAL", percent = 80 },
      { kind = "ACTUAL", percent = 100 },
      { kind = "FORECASTED", percent = 100 },
    ]

    content {
      comparison_operator        = "GREATER_THAN"
      notification_type          = notification.value.kind
      threshold                  = notification.value.percent
      threshold_type             = "PERCENTAGE"
      subscriber_email_addresses = var.emails
    }
  }

  tags = var.tags
}

# Of monitors over all services AWS takes one, and makes it itself for those who are new to Cost Explorer.
resource "aws_ce_anomaly_monitor" "this" {
  count = var.detect_anomalies ? 1 : 0

  name         = var.name
  monitor_type = "CUSTOM"

  monitor_specification = jsonencode({
    And            = null
    CostCategories = null
    Dimensions     = null
    Not            = null
    Or             = null
    Tags           = { Key = "environment", MatchOptions = null, Values = [var.environment] }
  })

  tags = var.tags
}

resource "aws_ce_anomaly_subscription" "this" {
  count = var.detect_anomalies ? 1 : 0

  name             = var.name
  frequency        = "DAILY"
  monitor_arn_list = [aws_ce_anomaly_monitor.this[0].arn]

  dynamic "subscriber" {
    for_each = var.emails

    content {
      type    = "EMAIL"
      address = subscriber.value
    }
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = [tostring(var.anomaly_usd)]
    }
  }

  tags = var.tags
}
