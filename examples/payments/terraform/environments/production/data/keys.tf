module "data_key" {
  source = "../../../modules/kms-key"

  name        = "production-payments-data-key"
  description = "Data of production"
  account_id  = local.account_id
  services    = ["s3.amazonaws.com", "sns.amazonaws.com", "backup.amazonaws.com"]
}

module "recovery_key" {
  source = "../../../modules/kms-key"

  providers = {
    aws = aws.recovery
  }

  name        = "production-payments-data-key"
  description = "Data of production"
  account_id  = local.account_id
  services    = ["s3.amazonaws.com", "sns.amazonaws.com", "backup.amazonaws.com"]
}
