module "pages" {
  source = "../../../modules/alarm-topic"

  name        = "production-shop-pages"
  account_id  = local.account_id
  kms_key_arn = module.platform_key.arn
  emails      = ["ops@shop.example"]
  endpoints   = var.pager_endpoints
}
