mock_provider "aws" {
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:111122223333:test-shop-hours-missed" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/test-shop-hours" }
  }
}

variables {
  name         = "test-shop-hours"
  account_id   = "111122223333"
  region       = "eu-west-1"
  timezone     = "Europe/Berlin"
  services_on  = { start = "cron(0 7 ? * MON-FRI *)", stop = "cron(0 19 ? * MON-FRI *)" }
  databases_on = { start = "cron(40 6 ? * MON-FRI *)", stop = "cron(10 19 ? * MON-FRI *)" }
  databases    = ["test-orders-db"]
  services     = { test-web-service = 2 }
  cluster_name = "test-shop-cluster"
  kms_key_arn  = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "databases_outlast_services" {
  command = apply

  assert {
    condition     = output.schedule_names == tolist(["test-orders-db-off", "test-orders-db-on", "test-web-service-off", "test-web-service-off-again", "test-web-service-on"])
    error_message = "Everything must be started and stopped, and services a second time, in case that scaling was at work."
  }

  assert {
    condition = (
      aws_scheduler_schedule.this["test-orders-db-on"].schedule_expression == var.databases_on.start &&
      aws_scheduler_schedule.this["test-orders-db-off"].schedule_expression == var.databases_on.stop &&
      aws_scheduler_schedule.this["test-web-service-on"].schedule_expression == var.services_on.start &&
      aws_scheduler_schedule.this["test-web-service-off"].schedule_expression == var.services_on.stop
    )
    error_message = "A database must be there before whatever connects to it, and go after it."
  }

  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.schedule_expression_timezone == "Europe/Berlin" && schedule.group_name == "test-shop-hours"])
    error_message = "Hours are those of the people, in summer and in winter."
  }
}

run "calls_what_the_api_knows" {
  command = apply

  assert {
    condition = (
      one(aws_scheduler_schedule.this["test-orders-db-off"].target).arn == "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance" &&
      jsondecode(one(aws_scheduler_schedule.this["test-orders-db-off"].target).input) == { DbInstanceIdentifier = "test-orders-db" }
    )
    error_message = "A database is stopped by its identifier, in the spelling of Scheduler."
  }

  assert {
    condition = (
      jsondecode(one(aws_scheduler_schedule.this["test-web-service-on"].target).input) == { Cluster = "test-shop-cluster", Service = "test-web-service", DesiredCount = 2 } &&
      jsondecode(one(aws_scheduler_schedule.this["test-web-service-off"].target).input).DesiredCount == 0
    )
    error_message = "A service goes to no task, and back to its least number."
  }

  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : one(one(schedule.target).dead_letter_config).arn == aws_sqs_queue.missed.arn])
    error_message = "A call that was turned away must not be lost."
  }
}

run "switches_nothing_else" {
  command = apply

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Resource])) == toset([
      "arn:aws:rds:eu-west-1:111122223333:db:test-orders-db",
      "arn:aws:ecs:eu-west-1:111122223333:service/test-shop-cluster/test-web-service",
      aws_sqs_queue.missed.arn,
      var.kms_key_arn,
    ])
    error_message = "The role may touch what it switches, its queue and its key."
  }
}

run "only_databases" {
  command = apply

  variables {
    services     = {}
    cluster_name = null
  }

  assert {
    condition     = length(aws_scheduler_schedule.this) == 2 && !strcontains(aws_iam_role_policy.this.policy, "ecs:")
    error_message = "Where no service is switched, no right over services is needed."
  }
}

run "services_of_no_cluster" {
  command = plan

  variables {
    cluster_name = null
  }

  expect_failures = [var.cluster_name]
}

run "no_time" {
  command = plan

  variables {
    services_on = { start = "7:00", stop = "19:00" }
  }

  expect_failures = [var.services_on]
}

run "no_time_zone" {
  command = plan

  variables {
    timezone = "+01:00"
  }

  expect_failures = [var.timezone]
}

run "started_with_nothing" {
  command = plan

  variables {
    services = { test-web-service = 0 }
  }

  expect_failures = [var.services]
}
