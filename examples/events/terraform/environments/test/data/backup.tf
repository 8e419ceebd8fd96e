module "backup" {
  source = "../../../modules/backup"

  name            = "test-fleet-backup"
  account_id      = local.account_id
  kms_key_arn     = module.data_key.arn
  alarm_topic_arn = local.platform.alarm_topic_arn
  plans = {
    vans = {
      resources      = [module.vans.arn]
      retention_days = 7
      continuous     = false
    }
    photos = {
      resources      = [module.photos.arn]
      retention_days = 7
      continuous     = true
    }
    thumbnails = {
      resources      = [module.thumbnails.arn]
      retention_days = 7
      continuous     = true
    }
    history = {
      resources      = [module.history.arn]
      retention_days = 7
      continuous     = true
    }
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
