# Nothing calls what only stands ready.
locals {
  queues  = { for name, queue in var.queues : name => queue if var.active }
  streams = { for name, arn in var.streams : name => arn if var.active }
  topics  = { for name, arn in var.topics : name => arn if var.active }
  buckets = { for name, bucket in var.buckets : name => bucket if var.active }
}

resource "aws_lambda_event_source_mapping" "queue" {
  for_each = local.queues

  event_source_arn = each.value.arn
  function_name    = aws_lambda_function.this.arn
  batch_size       = 10

  # One bad message does not bring back the good ones of its batch.
  function_response_types = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = each.value.concurrency
  }

  tags = var.tags

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_lambda_event_source_mapping" "stream" {
  for_each = local.streams

  event_source_arn                   = each.value
  function_name                      = aws_lambda_function.this.arn
  starting_position                  = "TRIM_HORIZON"
  bisect_batch_on_function_error     = true
  maximum_retry_attempts             = 5
  maximum_record_age_in_seconds      = 86400
  function_response_types            = ["ReportBatchItemFailures"]
  maximum_batching_window_in_seconds = 1

  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failed.arn
    }
  }

  tags = var.tags

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_lambda_permission" "topic" {
  for_each = var.topics

  statement_id  = "topic-${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = each.value
}

resource "aws_sns_topic_subscription" "this" {
  for_each = local.topics

  topic_arn      = each.value
  protocol       = "lambda"
  endpoint       = aws_lambda_function.this.arn
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn })

  depends_on = [aws_lambda_permission.topic]
}

resource "aws_lambda_permission" "bucket" {
  for_each = var.buckets

  statement_id   = "bucket-${each.key}"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.this.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = "arn:aws:s3:::${each.value}"
  source_account = var.account_id
}

resource "aws_s3_bucket_notification" "this" {
  for_each = local.buckets

  bucket = each.value

  lambda_function {
    lambda_function_arn = aws_lambda_function.this.arn
    events              = ["s3:ObjectCreated:*"]
  }

  depends_on = [aws_lambda_permission.bucket]
}
