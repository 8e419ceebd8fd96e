resource "aws_sqs_queue" "this" {
  name                        = var.name
  fifo_queue                  = var.fifo
  content_based_deduplication = var.fifo ? true : null
  visibility_timeout_seconds  = var.visibility_seconds
  message_retention_seconds   = var.retention_seconds
  receive_wait_time_seconds   = 20
  kms_master_key_id           = var.kms_key_arn

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = var.max_receives
  })

  tags = var.tags
}

# What failed again and again waits here for a person; it is kept longest, since its clock goes on from the first send.
resource "aws_sqs_queue" "dead_letters" {
  name                      = var.dead_letter_name
  fifo_queue                = var.fifo
  message_retention_seconds = 1209600
  kms_master_key_id         = var.kms_key_arn

  tags = var.tags
}

resource "aws_sqs_queue_redrive_allow_policy" "dead_letters" {
  queue_url = aws_sqs_queue.dead_letters.id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.this.arn]
  })
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Action    = "sqs:*"
        Principal = "*"
        Resource  = aws_sqs_queue.this.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }],
      length(var.topic_arns) == 0 ? [] : [{
        Sid       = "Topics"
        Effect    = "Allow"
        Action    = "sqs:SendMessage"
        Principal = { Service = "sns.amazonaws.com" }
        Resource  = aws_sqs_queue.this.arn
        Condition = { ArnEquals = { "aws:SourceArn" = var.topic_arns } }
      }],
    )
  })
}

# What a topic cannot deliver it sends here, by itself.
resource "aws_sqs_queue_policy" "dead_letters" {
  queue_url = aws_sqs_queue.dead_letters.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Action    = "sqs:*"
        Principal = "*"
        Resource  = aws_sqs_queue.dead_letters.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }],
      length(var.topic_arns) == 0 ? [] : [{
        Sid       = "Topics"
        Effect    = "Allow"
        Action    = "sqs:SendMessage"
        Principal = { Service = "sns.amazonaws.com" }
        Resource  = aws_sqs_queue.dead_letters.arn
        Condition = { ArnEquals = { "aws:SourceArn" = var.topic_arns } }
      }],
    )
  })
}
