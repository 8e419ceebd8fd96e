locals {
  # percentiles go by another argument than the plain statistics
  percentiles = { for name, alarm in var.alarms : name => alarm.statistic if startswith(alarm.statistic, "p") }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = var.alarms

  alarm_name          = each.key
  alarm_description   = "${each.value.summary}. ${var.runbooks_url}/${each.value.runbook}.md"
  namespace           = each.value.expression == null ? each.value.namespace : null
  metric_name         = each.value.expression == null ? each.value.metric : null
  dimensions          = each.value.expression == null ? each.value.dimensions : null
  statistic           = each.value.expression == null && !contains(keys(local.percentiles), each.key) ? each.value.statistic : null
  extended_statistic  = each.value.expression == null ? lookup(local.percentiles, each.key, null) : null
  period              = each.value.expression == null ? each.value.period : null
  evaluation_periods  = each.value.periods
  comparison_operator = each.value.below ? "LessThanThreshold" : "GreaterThanThreshold"
  threshold           = each.value.threshold
  treat_missing_data  = each.value.missing
  alarm_actions       = [each.value.pages ? var.page_topic_arn : var.ticket_topic_arn]
  ok_actions          = [each.value.pages ? var.page_topic_arn : var.ticket_topic_arn]

  dynamic "metric_query" {
    for_each = each.value.expression == null ? [] : [each.value.expression]

    content {
      id          = "told"
      expression  = metric_query.value
      label       = each.value.summary
      return_data = true
    }
  }

  dynamic "metric_query" {
    for_each = each.value.expression == null ? {} : merge(each.value.beside, { m = each.value.metric })

    content {
      id = metric_query.key

      metric {
        namespace   = each.value.namespace
        metric_name = metric_query.value
        dimensions  = each.value.dimensions
        stat        = each.value.statistic
        period      = each.value.period
      }
    }
  }

  tags = merge(var.tags, each.value.tags)
}
