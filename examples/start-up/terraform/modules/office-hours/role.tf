# Switches what is named here, and nothing else; it can neither change nor remove it.
resource "aws_iam_role" "this" {
  name                 = var.name
  description          = "Switches what is off outside of office hours"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = var.account_id
          "aws:SourceArn"     = "arn:aws:scheduler:${var.region}:${var.account_id}:schedule-group/${var.name}"
        }
      }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy" "this" {
  name = "switch"
  role = aws_iam_role.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      length(var.databases) == 0 ? [] : [{
        Effect   = "Allow"
        Action   = ["rds:StartDBInstance", "rds:StopDBInstance"]
        Resource = [for name in sort(var.databases) : "arn:aws:rds:${var.region}:${var.account_id}:db:${name}"]
      }],
      length(var.services) == 0 ? [] : [{
        Effect   = "Allow"
        Action   = ["ecs:UpdateService"]
        Resource = [for name in keys(var.services) : "arn:aws:ecs:${var.region}:${var.account_id}:service/${var.cluster_name}/${name}"]
      }],
      [
        {
          Effect   = "Allow"
          Action   = ["sqs:SendMessage"]
          Resource = [aws_sqs_queue.missed.arn]
        },
        {
          Effect   = "Allow"
          Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
          Resource = [var.kms_key_arn]
        },
      ],
    )
  })
}
