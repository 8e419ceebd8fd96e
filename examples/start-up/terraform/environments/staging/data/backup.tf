module "backup" {
  source = "../../../modules/backup"

  name            = "staging-shop-backup"
  account_id      = local.account_id
  kms_key_arn     = module.data_key.arn
  alarm_topic_arn = local.platform.alarm_topic_arn
  plans = {
    orders = {
      resources      = [module.orders.arn]
      retention_days = 7
      continuous     = false
      schedule       = "cron(0 10 ? * MON-FRI *)"
    }
    uploads = {
      resources      = [module.uploads.arn]
      retention_days = 7
      continuous     = true
    }
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
