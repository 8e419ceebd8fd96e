module "alarms" {
  source = "../../../modules/alarm-topic"

  name        = "production-payments-recovery-alarms"
  account_id  = local.account_id
  kms_key_arn = module.data_key.arn
  emails      = ["platform@payments.example"]
}
