# What account 111122223333 has once; the other environments in it rely on it.
module "audit_key" {
  source = "../../../modules/kms-key"

  name        = "production-shop-audit-key"
  description = "Records of what was done in the account"
  account_id  = local.account_id
  services    = ["cloudtrail.amazonaws.com", "config.amazonaws.com"]
  log_groups = {
    region = local.region
  }
}

module "audit" {
  source = "../../../modules/audit"

  name                     = "production-shop-audit"
  account_id               = local.account_id
  region                   = local.region
  bucket_name              = "production-shop-audit-111122223333"
  kms_key_arn              = module.audit_key.arn
  log_retention_days       = 90
  security_standards       = ["aws-foundational-security-best-practices/v/1.0.0"]
  alarm_topic_arn          = module.alarms.arn
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "budget" {
  source = "../../../modules/budget"

  name             = "production-shop-budget"
  monthly_usd      = 810
  environment      = "production"
  emails           = ["ops@shop.example"]
  detect_anomalies = true
}
