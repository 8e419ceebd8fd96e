module "data_key" {
  source = "../../../modules/kms-key"

  name        = "production-payments-recovery-key"
  description = "Copies of data of production"
  account_id  = local.account_id
  services = [
    "cloudwatch.amazonaws.com",
    "events.amazonaws.com",
    "sns.amazonaws.com",
  ]
}

module "logs_key" {
  source = "../../../modules/kms-key"

  name        = "production-payments-recovery-logs-key"
  description = "Logs of the recovery site of production"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}
