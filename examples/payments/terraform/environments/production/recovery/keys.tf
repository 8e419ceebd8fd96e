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

# Made in this region by the roots of the other one, for copies of secrets and of data.
data "aws_kms_key" "copies" {
  key_id = "alias/production-payments-platform-key"
}

data "aws_kms_key" "data" {
  key_id = "alias/production-payments-data-key"
}
