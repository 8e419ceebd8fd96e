resource "aws_scheduler_schedule" "this" {
  count = var.schedule == null ? 0 : 1

  name                         = var.name
  description                  = "Starts ${var.name}"
  schedule_expression          = var.schedule
  state                        = var.active ? "ENABLED" : "DISABLED"
  schedule_expression_timezone = "UTC"
  kms_key_arn                  = var.secrets_kms_key_arn

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = var.cluster_arn
    role_arn = aws_iam_role.schedule[0].arn

    ecs_parameters {
      task_definition_arn = aws_ecs_task_definition.this.arn
      propagate_tags      = "TASK_DEFINITION"

      capacity_provider_strategy {
        capacity_provider = var.spot ? "FARGATE_SPOT" : "FARGATE"
        weight            = 1
      }

      network_configuration {
        subnets          = var.subnet_ids
        security_groups  = [aws_security_group.this.id]
        assign_public_ip = false
      }
    }

    retry_policy {
      maximum_retry_attempts       = var.retries
      maximum_event_age_in_seconds = 3600
    }

    dead_letter_config {
      arn = aws_sqs_queue.missed[0].arn
    }
  }
}

# Starts that did not happen.
resource "aws_sqs_queue" "missed" {
  count = var.schedule == null ? 0 : 1

  name                      = "${var.name}-missed"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.secrets_kms_key_arn

  tags = var.tags
}

resource "aws_iam_role" "schedule" {
  count = var.schedule == null ? 0 : 1

  name                 = "${var.name}-schedule"
  description          = "Starts ${var.name} when it is time"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy" "schedule" {
  count = var.schedule == null ? 0 : 1

  name = "start"
  role = aws_iam_role.schedule[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "ecs:RunTask"
        Resource  = "${aws_ecs_task_definition.this.arn_without_revision}:*"
        Condition = { ArnEquals = { "ecs:cluster" = var.cluster_arn } }
      },
      {
        # Tags are handed on to the task, which is a right of its own.
        # Source: docs.aws.amazon.com, Amazon ECS EventBridge IAM role.
        Effect    = "Allow"
        Action    = "ecs:TagResource"
        Resource  = "${replace(var.cluster_arn, ":cluster/", ":task/")}/*"
        Condition = { StringEquals = { "ecs:CreateAction" = "RunTask" } }
      },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = [aws_iam_role.execution.arn, aws_iam_role.task.arn]
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.missed[0].arn
      },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = var.secrets_kms_key_arn
      },
    ]
  })
}
