module "office_hours" {
  source = "../../../modules/office-hours"

  name       = "development-payments-hours"
  account_id = local.account_id
  region     = local.region

  timezone = "UTC"
  services_on = {
    start = "cron(0 6 ? * MON-FRI *)"
    stop  = "cron(0 20 ? * MON-FRI *)"
  }
  databases_on = {
    start = "cron(40 5 ? * MON-FRI *)"
    stop  = "cron(10 20 ? * MON-FRI *)"
  }

  databases = ["development-vault-db", "development-entries-db"]

  kms_key_arn              = local.platform.secrets_key_arn
  alarm_topic_arn          = local.platform.alarm_topic_arn
  runbooks_url             = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  permissions_boundary_arn = local.permissions_boundary_arn
}
