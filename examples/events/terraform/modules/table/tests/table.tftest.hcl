mock_provider "aws" {}

run "can_be_restored" {
  command = plan

  variables {
    name          = "test-vans-table"
    partition_key = "van"
    sort_key      = "at"
    kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }

  assert {
    condition     = aws_dynamodb_table.this.point_in_time_recovery[0].enabled && aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "A table must be safe from mistakes unless told otherwise."
  }
}
