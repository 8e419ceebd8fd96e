mock_provider "aws" {}

variables {
  name        = "test-key"
  description = "Things under test"
  account_id  = "111122223333"
}

run "is_renewed" {
  command = plan

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "A key must be renewed, and a mistaken deletion must be noticed in time."
  }
}

run "services_only_for_this_account" {
  command = plan

  variables {
    services   = ["sns.amazonaws.com", "events.amazonaws.com"]
    log_groups = { region = "eu-west-1" }
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_kms_key.this.policy).Statement :
      can(statement.Condition) || can(statement.Principal.AWS)
      if try(statement.Principal.Service, "") != "events.amazonaws.com"
    ])
    error_message = "A service may use the key for this account only."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_kms_key.this.policy).Statement : can(statement.Condition)
      if try(statement.Principal.Service, "") == "events.amazonaws.com"
    ] == [false]
    error_message = "EventBridge tells a topic no source: with a condition, no event would be published."
  }
}

run "no_other_principals" {
  command = plan

  variables {
    services = ["*"]
  }

  expect_failures = [var.services]
}
