module "recovery_vault" {
  source = "../../../modules/backup-vault"

  providers = {
    aws = aws.recovery
  }

  name        = "production-payments-backup-recovery"
  kms_key_arn = module.recovery_key.arn
}

module "backup" {
  source = "../../../modules/backup"

  name            = "production-payments-backup"
  account_id      = local.account_id
  kms_key_arn     = module.data_key.arn
  alarm_topic_arn = local.platform.alarm_topic_arn
  copy = {
    vault_arn = module.recovery_vault.arn
  }
  plans = {
    vault = {
      resources      = [module.vault.arn]
      retention_days = 35
      continuous     = false
    }
    entries = {
      resources      = [module.entries.arn]
      retention_days = 35
      continuous     = false
    }
    statements = {
      resources      = [module.statements.arn]
      retention_days = 35
      continuous     = true
    }
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
