# AWS takes spot nodes back after two minutes, and retires hosts: who is told moves the pods in time.
# plinth:ignore aws/queue-without-dead-letters what nobody heard in five minutes is no news any more
resource "aws_sqs_queue" "interruptions" {
  name                      = "${var.cluster_name}-interruptions"
  message_retention_seconds = 300
  kms_master_key_id         = var.kms_key_arn

  tags = var.tags
}

resource "aws_sqs_queue_policy" "interruptions" {
  queue_url = aws_sqs_queue.interruptions.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Events"
        Effect    = "Allow"
        Action    = "sqs:SendMessage"
        Principal = { Service = "events.amazonaws.com" }
        Resource  = aws_sqs_queue.interruptions.arn
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Action    = "sqs:*"
        Principal = "*"
        Resource  = aws_sqs_queue.interruptions.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

locals {
  events = {
    health       = { source = "aws.health", type = "AWS Health Event" }
    rebalance    = { source = "aws.ec2", type = "EC2 Instance Rebalance Recommendation" }
    spot         = { source = "aws.ec2", type = "EC2 Spot Instance Interruption Warning" }
    state-change = { source = "aws.ec2", type = "EC2 Instance State-change Notification" }
  }
}

resource "aws_cloudwatch_event_rule" "interruptions" {
  for_each = local.events

  name          = "${var.cluster_name}-${each.key}"
  description   = "${each.value.type}, for Karpenter"
  event_pattern = jsonencode({ source = [each.value.source], "detail-type" = [each.value.type] })

  tags = var.tags
}

resource "aws_cloudwatch_event_target" "interruptions" {
  for_each = aws_cloudwatch_event_rule.interruptions

  rule = each.value.name
  arn  = aws_sqs_queue.interruptions.arn
}
