locals {
  budget = 1 - var.objective
  # requests that were bad: counted as such, or slower than was promised
  bad = var.bad != null ? "FILL(bad, 0)" : "requests * (100 - quick) / 100"

  watches = {
    hour     = { long = 3600, short = 300, burn = 14.4, fewest = 5, pages = true }
    quarter  = { long = 21600, short = 1800, burn = 6, fewest = 5, pages = true }
    day      = { long = 86400, short = 7200, burn = 3, fewest = 10, pages = false }
    lastdays = { long = 259200, short = 21600, burn = 1, fewest = 10, pages = false }
  }
  windows = merge([
    for name, watch in local.watches : {
      "${name}-long"  = merge(watch, { seconds = watch.long })
      "${name}-short" = merge(watch, { seconds = watch.short, fewest = 1 })
    }
  ]...)
}

# A period is a day at most: three days are three of them, each of which has to be bad.
resource "aws_cloudwatch_metric_alarm" "window" {
  for_each = local.windows

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "Part of ${var.name}: the share of bad requests over ${each.value.seconds / 60} minutes. Tells nobody by itself. ${var.runbooks_url}/error-budget-burns-${each.value.pages ? "fast" : "slowly"}.md"
  evaluation_periods  = max(1, each.value.seconds / 86400)
  comparison_operator = "GreaterThanThreshold"
  # with a wide budget the factor would ask for more errors than there are requests
  threshold          = min(each.value.burn * local.budget, 0.8)
  treat_missing_data = "notBreaching"

  metric_query {
    id          = "share"
    expression  = "IF(${local.bad} >= ${each.value.fewest}, ${local.bad} / requests, 0)"
    label       = "share of bad requests"
    return_data = true
  }

  metric_query {
    id = "requests"

    metric {
      namespace   = var.namespace
      metric_name = var.requests
      dimensions  = var.dimensions
      stat        = "Sum"
      period      = min(each.value.seconds, 86400)
    }
  }

  metric_query {
    id = var.bad != null ? "bad" : "quick"

    metric {
      namespace   = var.namespace
      metric_name = var.bad != null ? var.bad : var.latency.metric
      dimensions  = var.dimensions
      stat        = var.bad != null ? "Sum" : "PR(:${var.latency.most})"
      period      = min(each.value.seconds, 86400)
    }
  }

  tags = var.tags
}

resource "aws_cloudwatch_composite_alarm" "burns" {
  for_each = local.watches

  alarm_name        = "${var.name}-${each.key}"
  alarm_description = "${var.summary}. The error budget is spent at least ${each.value.burn} times faster than it may be. ${var.runbooks_url}/error-budget-burns-${each.value.pages ? "fast" : "slowly"}.md"
  alarm_rule        = "ALARM(\"${aws_cloudwatch_metric_alarm.window["${each.key}-long"].alarm_name}\") AND ALARM(\"${aws_cloudwatch_metric_alarm.window["${each.key}-short"].alarm_name}\")"
  alarm_actions     = [each.value.pages ? var.page_topic_arn : var.ticket_topic_arn]
  ok_actions        = [each.value.pages ? var.page_topic_arn : var.ticket_topic_arn]

  tags = var.tags
}
