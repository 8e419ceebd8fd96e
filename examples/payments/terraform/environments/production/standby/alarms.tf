module "alarms" {
  source = "../../../modules/alarm-topic"

  name        = "production-dr-payments-alarms"
  account_id  = local.account_id
  kms_key_arn = module.platform_key.arn
  emails      = ["platform@payments.example"]
}
