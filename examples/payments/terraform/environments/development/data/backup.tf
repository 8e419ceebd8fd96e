module "backup" {
  source = "../../../modules/backup"

  name            = "development-payments-backup"
  account_id      = local.account_id
  kms_key_arn     = module.data_key.arn
  alarm_topic_arn = local.platform.alarm_topic_arn
  plans = {
    vault = {
      resources      = [module.vault.arn]
      retention_days = 7
      continuous     = false
      schedule       = "cron(0 9 ? * MON-FRI *)"
    }
    entries = {
      resources      = [module.entries.arn]
      retention_days = 35
      continuous     = false
      schedule       = "cron(0 9 ? * MON-FRI *)"
    }
    statements = {
      resources      = [module.statements.arn]
      retention_days = 7
      continuous     = true
    }
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
