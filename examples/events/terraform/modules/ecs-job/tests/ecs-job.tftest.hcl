mock_provider "aws" {
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/test" }
  }

  mock_resource "aws_ecs_task_definition" {
    defaults = { arn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/test:1" }
  }

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:111122223333:test" }
  }
}

variables {
  name                = "test-report-job"
  account_id          = "111122223333"
  container           = "api"
  image               = "registry.example/api@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  cpu                 = 256
  memory              = 512
  secrets_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  cluster_arn         = "arn:aws:ecs:eu-west-1:111122223333:cluster/test"
  vpc_id              = "vpc-0a1b2c3d4e5f67890"
  subnet_ids          = ["subnet-1a", "subnet-1b"]
  region              = "eu-west-1"
  logs_kms_key_arn    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "by_hand" {
  command = plan

  assert {
    condition     = length(aws_sqs_queue.missed) == 0 && length(aws_iam_role.schedule) == 0
    error_message = "What nothing schedules needs no queue of missed starts, and no role that starts it."
  }

  assert {
    condition     = length(aws_scheduler_schedule.this) == 0
    error_message = "Nothing may start by itself unless asked for."
  }
}

run "stands_ready" {
  command = plan

  variables {
    schedule = "cron(0 5 * * ? *)"
    active   = false
  }

  assert {
    condition     = aws_scheduler_schedule.this[0].state == "DISABLED"
    error_message = "Two regions must not run one job."
  }
}

run "may_tag_what_it_starts" {
  command = apply

  variables {
    schedule = "cron(0 5 * * ? *)"
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.schedule[0].policy).Statement : statement.Resource if statement.Action == "ecs:TagResource"
    ] == ["arn:aws:ecs:eu-west-1:111122223333:task/test/*"]
    error_message = "A task that gets tags is not started by who may not give it any."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].linuxParameters.tmpfs[0].containerPath == "/tmp"
    error_message = "Who runs must be able to write to /tmp: a volume of Fargate belongs to root."
  }
}

run "at_five" {
  command = plan

  variables {
    schedule = "cron(0 5 * * ? *)"
    retries  = 1
  }

  assert {
    condition     = aws_scheduler_schedule.this[0].schedule_expression_timezone == "UTC" && one(aws_scheduler_schedule.this[0].target[0].retry_policy).maximum_retry_attempts == 1
    error_message = "It must start when it is told, and as often as told."
  }
}

run "a_tag_is_no_pin" {
  command = plan

  variables {
    image = "registry.example/api:latest"
  }

  expect_failures = [var.image]
}

run "no_size_of_fargate" {
  command = plan

  variables {
    cpu    = 1024
    memory = 1024
  }

  expect_failures = [var.memory]
}

run "no_schedule" {
  command = plan

  variables {
    schedule = "daily"
  }

  expect_failures = [var.schedule]
}
