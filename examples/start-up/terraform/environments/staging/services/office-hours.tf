module "office_hours" {
  source = "../../../modules/office-hours"

  name       = "staging-shop-hours"
  account_id = local.account_id
  region     = local.region

  timezone = "UTC"
  services_on = {
    start = "cron(0 7 ? * MON-FRI *)"
    stop  = "cron(0 19 ? * MON-FRI *)"
  }
  databases_on = {
    start = "cron(40 6 ? * MON-FRI *)"
    stop  = "cron(10 19 ? * MON-FRI *)"
  }

  databases = ["staging-orders-db"]
  services = {
    staging-web-service = 2
    staging-api-service = 2
  }
  cluster_name = local.platform.cluster_name

  kms_key_arn              = local.platform.secrets_key_arn
  permissions_boundary_arn = local.permissions_boundary_arn
}
