module "data_key" {
  source = "../../../modules/kms-key"

  name        = "development-payments-data-key"
  description = "Data of development"
  account_id  = local.account_id
  services    = ["s3.amazonaws.com", "sns.amazonaws.com", "backup.amazonaws.com"]
}
