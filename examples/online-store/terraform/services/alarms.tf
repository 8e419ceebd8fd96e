resource "aws_cloudwatch_metric_alarm" "orders_age" {
  alarm_name          = "${local.name}-orders-age"
  alarm_description   = "The oldest order has waited for more than ten minutes. Runbook: docs/runbooks/orders-queue.md"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.orders.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
}

resource "aws_cloudwatch_metric_alarm" "orders_failed" {
  alarm_name          = "${local.name}-orders-failed"
  alarm_description   = "An order could not be processed. Runbook: docs/runbooks/orders-queue.md"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.orders_failed.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
}
