resource "aws_sqs_queue" "orders" {
  name                       = "${local.name}-orders"
  sqs_managed_sse_enabled    = true
  visibility_timeout_seconds = 180
  message_retention_seconds  = 4 * 24 * 3600
  receive_wait_time_seconds  = 20
}

# Orders that failed five times wait here for a person; see docs/runbooks/orders-queue.md.
resource "aws_sqs_queue" "orders_failed" {
  name                      = "${local.name}-orders-failed"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 14 * 24 * 3600
}

resource "aws_sqs_queue_redrive_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.orders_failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "orders_failed" {
  queue_url = aws_sqs_queue.orders_failed.id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.orders.arn]
  })
}
