mock_provider "aws" {}

run "can_be_got_back" {
  command = plan

  variables {
    name        = "test/shop/api"
    description = "Keys under test"
    kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }

  assert {
    condition     = aws_secretsmanager_secret.this.recovery_window_in_days == 30
    error_message = "A secret that was removed by mistake must be there for a month."
  }
}
