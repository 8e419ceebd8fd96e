resource "aws_sns_topic" "this" {
  name              = var.name
  kms_master_key_id = var.kms_key_arn

  tags = var.tags
}

resource "aws_sns_topic_policy" "this" {
  arn = aws_sns_topic.this.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Alarms"
        Effect = "Allow"
        Action = "sns:Publish"
        Principal = {
          Service = ["cloudwatch.amazonaws.com", "backup.amazonaws.com"]
        }
        Resource  = aws_sns_topic.this.arn
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
      {
        # EventBridge tells a topic neither account nor rule: a condition would turn every event away.
        # Source: docs.aws.amazon.com, EventBridge, permissions of Amazon SNS.
        Sid       = "Events"
        Effect    = "Allow"
        Action    = "sns:Publish"
        Principal = { Service = "events.amazonaws.com" }
        Resource  = aws_sns_topic.this.arn
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Action    = "sns:Publish"
        Principal = "*"
        Resource  = aws_sns_topic.this.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.emails

  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_sns_topic_subscription" "https" {
  for_each = var.endpoints

  topic_arn = aws_sns_topic.this.arn
  protocol  = "https"
  endpoint  = each.value
}
