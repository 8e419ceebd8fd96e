mock_provider "aws" {}

variables {
  database_arn = "arn:aws:rds:eu-west-1:111122223333:db:test-orders-db"
  kms_key_arn  = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "encrypted_with_a_key_of_ours" {
  command = plan

  assert {
    condition     = aws_db_instance_automated_backups_replication.this.kms_key_id == var.kms_key_arn && aws_db_instance_automated_backups_replication.this.retention_period == 35
    error_message = "Copies must be encrypted with the key of their region, and reach back as far as RDS can."
  }
}

run "not_a_database" {
  command = plan

  variables {
    database_arn = "test-orders-db"
  }

  expect_failures = [var.database_arn]
}
