module "api_secrets" {
  source = "../../../modules/secret"

  name        = "production/shop/api"
  description = "Filled in by a person, as JSON with the keys PAYMENT_API_KEY"
  kms_key_arn = local.platform.secrets_key_arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "api"
    owner       = "shop"
    cost-centre = "shop"
  }
}
