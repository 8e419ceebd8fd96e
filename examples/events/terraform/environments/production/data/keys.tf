module "data_key" {
  source = "../../../modules/kms-key"

  name        = "production-fleet-data-key"
  description = "Data of production"
  account_id  = local.account_id
  services    = ["s3.amazonaws.com", "sns.amazonaws.com", "backup.amazonaws.com"]
}
