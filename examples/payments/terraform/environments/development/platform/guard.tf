# What account 222233334444 has once; the other environments in it rely on it.
module "audit_key" {
  source = "../../../modules/kms-key"

  name        = "development-payments-audit-key"
  description = "Records of what was done in the account"
  account_id  = local.account_id
  services    = ["cloudtrail.amazonaws.com", "config.amazonaws.com"]
  log_groups = {
    region = local.region
  }
}

module "audit" {
  source = "../../../modules/audit"

  name               = "development-payments-audit"
  account_id         = local.account_id
  region             = local.region
  bucket_name        = "development-payments-audit-222233334444"
  kms_key_arn        = module.audit_key.arn
  log_retention_days = 365
  security_standards = [
    "aws-foundational-security-best-practices/v/1.0.0",
    "pci-dss/v/4.0.1",
  ]
  alarm_topic_arn          = module.alarms.arn
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "budget" {
  source = "../../../modules/budget"

  name             = "development-payments-budget"
  monthly_usd      = 3264
  environment      = "development"
  emails           = ["finance@payments.example"]
  detect_anomalies = true
}
