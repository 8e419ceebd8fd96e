resource "aws_lambda_function" "this" {
  function_name = var.name
  description   = var.description
  role          = aws_iam_role.this.arn
  architectures = ["arm64"]
  package_type  = var.image == null ? "Zip" : "Image"
  runtime       = var.runtime
  handler       = var.handler
  image_uri     = var.image

  # the key names what is in the package, so another version is another key
  s3_bucket = var.package == null ? null : var.package.bucket
  s3_key    = var.package == null ? null : var.package.key

  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.concurrency
  kms_key_arn                    = var.kms_key_arn

  dynamic "image_config" {
    for_each = length(var.command) > 0 ? [var.command] : []

    content {
      command = image_config.value
    }
  }

  dynamic "environment" {
    for_each = length(var.environment) > 0 ? [var.environment] : []

    content {
      variables = environment.value
    }
  }

  dynamic "vpc_config" {
    for_each = var.network == null ? [] : [var.network]

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = [aws_security_group.this[0].id]
    }
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }

  tracing_config {
    mode = "Active"
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  tags = var.tags

  # Lambda asks at once whether it may make interfaces in the network; when it goes, they have to be removed first.
  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy_attachment.network]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.logs_kms_key_arn

  tags = var.tags
}

# Events that failed after all tries.
resource "aws_sqs_queue" "failed" {
  name                      = "${var.name}-failed"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.kms_key_arn

  tags = var.tags
}

# Lambda and schedules send with a role; a topic sends what it could not deliver by itself.
resource "aws_sqs_queue_policy" "failed" {
  count = length(var.topics) > 0 ? 1 : 0

  queue_url = aws_sqs_queue.failed.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Topics"
      Effect    = "Allow"
      Action    = "sqs:SendMessage"
      Principal = { Service = "sns.amazonaws.com" }
      Resource  = aws_sqs_queue.failed.arn
      Condition = { ArnEquals = { "aws:SourceArn" = values(var.topics) } }
    }]
  })
}
