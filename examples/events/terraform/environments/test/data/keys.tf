module "data_key" {
  source = "../../../modules/kms-key"

  name        = "test-fleet-data-key"
  description = "Data of test"
  account_id  = local.account_id
  services    = ["s3.amazonaws.com", "sns.amazonaws.com", "backup.amazonaws.com"]
}
