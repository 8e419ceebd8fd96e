mock_provider "aws" {}

variables {
  name            = "test-backup"
  account_id      = "111122223333"
  kms_key_arn     = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  alarm_topic_arn = "arn:aws:sns:eu-west-1:111122223333:alarms"
  plans = {
    orders = { resources = ["arn:aws:rds:eu-west-1:111122223333:db:test-orders"], retention_days = 35, continuous = true }
  }
}

run "locked_and_here_only" {
  command = plan

  assert {
    condition     = aws_backup_vault_lock_configuration.this.min_retention_days == 7
    error_message = "Nobody may remove a backup early."
  }

  assert {
    condition     = aws_backup_vault.this.kms_key_arn == var.kms_key_arn
    error_message = "Backups must be encrypted with our key."
  }

  assert {
    condition     = length(one(aws_backup_plan.this["orders"].rule).copy_action) == 0
    error_message = "Nothing is copied unless asked for."
  }

  assert {
    condition     = toset(aws_backup_selection.this["orders"].resources) == toset(var.plans["orders"].resources)
    error_message = "A plan must select what it is for."
  }

  assert {
    condition     = contains(aws_backup_vault_notifications.this.backup_vault_events, "BACKUP_JOB_FAILED")
    error_message = "People must be told of backups that failed."
  }
}

run "copied" {
  command = plan

  variables {
    copy = { vault_arn = "arn:aws:backup:eu-central-1:111122223333:backup-vault:test-recovery" }
  }

  assert {
    condition     = one(one(aws_backup_plan.this["orders"].rule).copy_action).destination_vault_arn == var.copy.vault_arn
    error_message = "Each backup must be copied to the other region, and kept there as long."
  }
}

run "kept_for_less_than_the_lock" {
  command = plan

  variables {
    min_retention_days = 60
  }

  expect_failures = [var.plans]
}
