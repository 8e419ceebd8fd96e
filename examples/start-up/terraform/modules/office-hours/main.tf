locals {
  sdk = "arn:aws:scheduler:::aws-sdk"

  # Scheduler names parameters as the SDK for Java does: DbInstanceIdentifier, where the API says DBInstanceIdentifier.
  of_databases = merge([for name in var.databases : {
    "${name}-on" = {
      when  = var.databases_on.start
      call  = "rds:startDBInstance"
      input = jsonencode({ DbInstanceIdentifier = name })
    }
    "${name}-off" = {
      when  = var.databases_on.stop
      call  = "rds:stopDBInstance"
      input = jsonencode({ DbInstanceIdentifier = name })
    }
  }]...)

  # Tasks are counted by the service alone, and its scaling keeps its range: a plan finds nothing changed by night.
  # Scaling that was just adding tasks brings them back to its least, so that they are stopped a second time.
  # Source: docs.aws.amazon.com, Automatically scale your Amazon ECS service.
  of_services = merge([for name, tasks in var.services : {
    "${name}-on" = {
      when  = var.services_on.start
      call  = "ecs:updateService"
      input = jsonencode({ Cluster = var.cluster_name, Service = name, DesiredCount = tasks })
    }
    "${name}-off" = {
      when  = var.services_on.stop
      call  = "ecs:updateService"
      input = jsonencode({ Cluster = var.cluster_name, Service = name, DesiredCount = 0 })
    }
    "${name}-off-again" = {
      when  = var.databases_on.stop
      call  = "ecs:updateService"
      input = jsonencode({ Cluster = var.cluster_name, Service = name, DesiredCount = 0 })
    }
  }]...)
}

resource "aws_scheduler_schedule_group" "this" {
  name = var.name

  tags = var.tags
}

resource "aws_scheduler_schedule" "this" {
  for_each = merge(local.of_databases, local.of_services)

  name                         = each.key
  group_name                   = aws_scheduler_schedule_group.this.name
  description                  = "Office hours: ${each.value.call}"
  schedule_expression          = each.value.when
  schedule_expression_timezone = var.timezone
  kms_key_arn                  = var.kms_key_arn

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "${local.sdk}:${each.value.call}"
    role_arn = aws_iam_role.this.arn
    input    = each.value.input

    # What is being backed up or patched can be stopped some minutes later.
    retry_policy {
      maximum_retry_attempts       = 10
      maximum_event_age_in_seconds = 3600
    }

    dead_letter_config {
      arn = aws_sqs_queue.missed.arn
    }
  }
}

# Calls that were turned away, each with the reason.
resource "aws_sqs_queue" "missed" {
  name                      = "${var.name}-missed"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.kms_key_arn

  tags = var.tags
}
