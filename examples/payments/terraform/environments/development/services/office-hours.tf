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
  permissions_boundary_arn = local.permissions_boundary_arn
}
