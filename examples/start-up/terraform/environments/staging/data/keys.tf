module "data_key" {
  source = "../../../modules/kms-key"

  name        = "staging-shop-data-key"
  description = "Data of staging"
  account_id  = local.account_id
  services    = ["s3.amazonaws.com", "sns.amazonaws.com", "backup.amazonaws.com"]
}
