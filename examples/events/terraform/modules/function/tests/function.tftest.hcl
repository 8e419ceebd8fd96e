mock_provider "aws" {
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/test" }
  }

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:111122223333:test" }
  }
}

variables {
  name             = "test-report-function"
  account_id       = "111122223333"
  description      = "Reports"
  runtime          = "nodejs22.x"
  handler          = "index.handler"
  package          = { bucket = "artifacts", key = "report.zip" }
  memory_mb        = 256
  timeout_seconds  = 30
  kms_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "failures_are_kept" {
  command = plan

  assert {
    condition     = aws_lambda_function.this.tracing_config[0].mode == "Active" && aws_sqs_queue.failed.message_retention_seconds == 1209600
    error_message = "What failed must wait for a person."
  }
}

run "on_time" {
  command = plan

  variables {
    schedules = { nightly = "cron(0 5 * * ? *)" }
  }

  assert {
    condition     = aws_scheduler_schedule.this["nightly"].schedule_expression == "cron(0 5 * * ? *)"
    error_message = "It must be called when it is time."
  }
}

run "stands_ready" {
  command = plan

  variables {
    active    = false
    schedules = { nightly = "cron(0 5 * * ? *)" }
    queues    = { work = { arn = "arn:aws:sqs:eu-west-1:111122223333:work", concurrency = 2 } }
  }

  assert {
    condition     = aws_scheduler_schedule.this["nightly"].state == "DISABLED" && length(aws_lambda_event_source_mapping.queue) == 0
    error_message = "Two regions must not do the same work."
  }
}

run "reads_a_stream" {
  command = apply

  variables {
    streams = { orders = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2025-01-01T00:00:00.000" }
  }

  assert {
    condition     = contains(flatten([for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Action]), "dynamodb:ListStreams")
    error_message = "Lambda lists streams with the rights of the function."
  }
}

run "longer_than_lambda" {
  command = plan

  variables {
    timeout_seconds = 1000
  }

  expect_failures = [var.timeout_seconds]
}

run "more_than_lambda_gives" {
  command = plan

  variables {
    memory_mb = 20480
  }

  expect_failures = [var.memory_mb]
}

run "topics_reach_what_failed" {
  command = apply

  variables {
    topics = { moved = "arn:aws:sns:eu-west-1:111122223333:test-moved" }
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_policy.failed[0].policy).Statement[0].Condition.ArnEquals["aws:SourceArn"] == ["arn:aws:sns:eu-west-1:111122223333:test-moved"]
    error_message = "What a topic cannot deliver is lost unless it may put it among what failed."
  }
}
