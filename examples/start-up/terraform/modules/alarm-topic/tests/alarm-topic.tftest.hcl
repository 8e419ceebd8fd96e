mock_provider "aws" {
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-west-1:111122223333:test-alarms" }
  }
}

variables {
  name        = "test-alarms"
  account_id  = "111122223333"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  emails      = ["ops@shop.example"]
}

run "reaches_people" {
  command = plan

  assert {
    condition     = aws_sns_topic_subscription.email["ops@shop.example"].protocol == "email"
    error_message = "Alarms must reach people."
  }
}

run "events_come_through" {
  # the policy names the topic, which has no ARN before
  command = apply

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_sns_topic_policy.this.policy).Statement : !can(statement.Condition)
      if try(statement.Principal.Service, "") == "events.amazonaws.com"
    ])
    error_message = "EventBridge meets no condition on a topic, so that nothing would be told of any event."
  }

  assert {
    condition = anytrue([
      for statement in jsondecode(aws_sns_topic_policy.this.policy).Statement : statement.Effect == "Allow" && statement.Action == "sns:Publish"
      if try(statement.Principal.Service, "") == "events.amazonaws.com"
    ])
    error_message = "EventBridge must be able to publish."
  }
}

run "not_a_mail_address" {
  command = plan

  variables {
    emails = ["ops"]
  }

  expect_failures = [var.emails]
}

run "wakes_people" {
  command = plan

  variables {
    endpoints = ["https://pager.example/key"]
  }

  assert {
    condition     = aws_sns_topic_subscription.https["https://pager.example/key"].protocol == "https"
    error_message = "What is urgent must reach the service that wakes people."
  }
}

run "pages_in_the_open" {
  command = plan

  variables {
    endpoints = ["http://pager.example/key"]
  }

  expect_failures = [var.endpoints]
}
