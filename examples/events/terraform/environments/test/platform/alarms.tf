module "alarms" {
  source = "../../../modules/alarm-topic"

  name        = "test-fleet-alarms"
  account_id  = local.account_id
  kms_key_arn = module.platform_key.arn
  emails      = ["fleet@vans.example"]
}
