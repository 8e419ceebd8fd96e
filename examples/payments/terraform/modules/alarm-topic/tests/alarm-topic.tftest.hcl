mock_provider "aws" {}

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
