module "authorizer_secrets" {
  source = "../../../modules/secret"

  name        = "production/payments/authorizer"
  description = "Filled in by a person, as JSON with the keys SCHEME_CLIENT_KEY, SCHEME_CLIENT_CERTIFICATE"
  kms_key_arn = local.platform.secrets_key_arn
  replica = {
    region      = "eu-west-1"
    kms_key_arn = local.platform.recovery_key_arn
  }
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "authorizer"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}
