mock_provider "aws" {}

variables {
  name        = "test/shop/api"
  description = "Keys under test"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "can_be_got_back" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.this.recovery_window_in_days == 30
    error_message = "A secret that was removed by mistake must be there for a month."
  }
}

run "has_a_copy_where_asked_for" {
  command = plan

  variables {
    replica = {
      region      = "eu-central-1"
      kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
  }

  assert {
    condition     = one(aws_secretsmanager_secret.this.replica).region == "eu-central-1"
    error_message = "The other region must have a copy."
  }
}

run "copies_have_a_key_of_their_region" {
  command = plan

  variables {
    replica = {
      region      = "eu-central-1"
      kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
  }

  expect_failures = [var.replica]
}
