resource "aws_iam_role" "monitoring" {
  name                 = "${var.name}-monitoring"
  description          = "Lets ${var.name} tell about its operating system"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

locals {
  gibibyte = 1073741824
  alarms = {
    storage = {
      about      = "Less than a tenth of the storage is free."
      metric     = "FreeStorageSpace"
      comparison = "LessThanThreshold"
      threshold  = var.storage_gb * local.gibibyte / 10
    }
    cpu = {
      about      = "The processors are busy for a quarter of an hour."
      metric     = "CPUUtilization"
      comparison = "GreaterThanThreshold"
      threshold  = 85
    }
    memory = {
      about      = "Little memory is left: statements will begin to use the disk."
      metric     = "FreeableMemory"
      comparison = "LessThanThreshold"
      threshold  = local.gibibyte / 4
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${var.name}: ${each.value.about}"
  namespace           = "AWS/RDS"
  metric_name         = each.value.metric
  dimensions          = { DBInstanceIdentifier = var.name }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  tags = var.tags
}
