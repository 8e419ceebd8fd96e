module "pages" {
  source = "../../../modules/alarm-topic"

  name        = "production-fleet-pages"
  account_id  = local.account_id
  kms_key_arn = module.platform_key.arn
  emails      = ["fleet@vans.example"]
  endpoints   = var.pager_endpoints
}
