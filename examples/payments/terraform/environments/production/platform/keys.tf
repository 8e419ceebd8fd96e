module "platform_key" {
  source = "../../../modules/kms-key"

  name        = "production-payments-platform-key"
  description = "Secrets, alarms and the cluster of production"
  account_id  = local.account_id
  services = [
    "cloudwatch.amazonaws.com",
    "events.amazonaws.com",
    "sns.amazonaws.com",
    "backup.amazonaws.com",
  ]
}

module "platform_recovery_key" {
  source = "../../../modules/kms-key"

  providers = {
    aws = aws.recovery
  }

  name        = "production-payments-platform-key"
  description = "Copies of secrets and of backups of production"
  account_id  = local.account_id
}

module "logs_key" {
  source = "../../../modules/kms-key"

  name        = "production-payments-logs-key"
  description = "Logs of production"
  account_id  = local.account_id
  log_groups = {
    region = local.region
  }
}
