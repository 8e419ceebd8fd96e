mock_provider "aws" {}

variables {
  name             = "test-shop"
  namespace        = "test.internal"
  vpc_id           = "vpc-0a1b2c3d4e5f67890"
  kms_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "shells_are_recorded" {
  command = plan

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].log_configuration[0].cloud_watch_encryption_enabled
    error_message = "Whoever opens a shell must be recorded."
  }
}

run "events_are_kept" {
  command = plan

  assert {
    condition     = startswith(aws_cloudwatch_log_group.events.name, "/aws/events/") && aws_cloudwatch_log_group.events.kms_key_id == var.logs_kms_key_arn
    error_message = "Why a task ended must be known for longer than ECS knows it."
  }
}

run "forgets_at_once" {
  command = plan

  variables {
    log_retention_days = 0
  }

  expect_failures = [var.log_retention_days]
}
