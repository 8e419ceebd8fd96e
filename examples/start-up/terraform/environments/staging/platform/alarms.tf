module "alarms" {
  source = "../../../modules/alarm-topic"

  name        = "staging-shop-alarms"
  account_id  = local.account_id
  kms_key_arn = module.platform_key.arn
  emails      = ["ops@shop.example"]
}
