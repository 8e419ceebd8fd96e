module "platform_key" {
  source = "../../../modules/kms-key"

  name        = "production-dr-payments-platform-key"
  description = "Secrets, alarms and the cluster of production-dr"
  account_id  = local.account_id
  services = [
    "cloudwatch.amazonaws.com",
    "events.amazonaws.com",
    "sns.amazonaws.com",
    "backup.amazonaws.com",
  ]
}

module "logs_key" {
  source = "../../../modules/kms-key"

  name        = "production-dr-payments-logs-key"
  description = "Logs of production-dr"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}
