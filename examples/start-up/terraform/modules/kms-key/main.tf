resource "aws_kms_key" "this" {
  description             = var.description
  enable_key_rotation     = true
  rotation_period_in_days = 365
  deletion_window_in_days = 30
  multi_region            = var.multi_region

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        # Gives the account the right to grant rights in IAM; without it nobody could ever use or change the key.
        Sid       = "Account"
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
      }],
      [for service in sort(var.services) : {
        Sid       = replace(title(replace(service, "/[.-]/", " ")), " ", "")
        Effect    = "Allow"
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Principal = { Service = service }
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      } if service != "events.amazonaws.com"],
      # Where EventBridge publishes to an encrypted topic it tells no source, so that a condition would turn every event
      # away. Source: docs.aws.amazon.com, SNS, event sources from AWS services and encrypted topics.
      !contains(var.services, "events.amazonaws.com") ? [] : [{
        Sid       = "EventsAmazonawsCom"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Principal = { Service = "events.amazonaws.com" }
      }],
      var.log_groups == null ? [] : [{
        # CloudWatch Logs sends no source account; what it encrypts is in the context instead.
        Sid       = "Logs"
        Effect    = "Allow"
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Principal = { Service = "logs.${var.log_groups.region}.amazonaws.com" }
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${var.log_groups.region}:${var.account_id}:*"
          }
        }
      }],
    )
  })

  tags = var.tags
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
