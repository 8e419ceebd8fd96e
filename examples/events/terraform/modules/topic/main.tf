resource "aws_sns_topic" "this" {
  name                        = var.name
  fifo_topic                  = var.fifo
  content_based_deduplication = var.fifo ? true : null
  kms_master_key_id           = var.kms_key_arn
  tracing_config              = var.fifo ? null : "Active"

  tags = var.tags
}

resource "aws_sns_topic_policy" "this" {
  arn = aws_sns_topic.this.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # Rights to publish are given to workloads in IAM; nobody outside of the account has any.
        Sid       = "Account"
        Effect    = "Allow"
        Action    = ["sns:Publish", "sns:Subscribe", "sns:GetTopicAttributes"]
        Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
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

resource "aws_sns_topic_subscription" "queue" {
  for_each = var.queues

  topic_arn            = aws_sns_topic.this.arn
  protocol             = "sqs"
  endpoint             = each.value.arn
  raw_message_delivery = true

  # What cannot be delivered waits beside what could not be worked on.
  redrive_policy = jsonencode({ deadLetterTargetArn = each.value.dead_letter_arn })
}
