mock_provider "aws" {}

variables {
  name        = "test-backup-recovery"
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "is_locked" {
  command = plan

  assert {
    condition     = aws_backup_vault_lock_configuration.this.min_retention_days == 7 && aws_backup_vault_lock_configuration.this.changeable_for_days == null
    error_message = "Copies must not be removed early, and the lock must stay changeable until it is decided."
  }

  assert {
    condition     = aws_backup_vault.this.kms_key_arn == var.kms_key_arn
    error_message = "Copies must be encrypted with the key of their region."
  }
}

run "no_time_to_think_again" {
  command = plan

  variables {
    lock_after_days = 1
  }

  expect_failures = [var.lock_after_days]
}
