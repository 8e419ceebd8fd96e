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
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "watch" {
  source = "../../../modules/region-watch"

  name               = "production-shop-audit"
  region             = local.region
  config_role_arn    = module.audit.config_role_arn
  config_bucket_name = module.audit.bucket
  config_kms_key_arn = module.audit_key.arn
  records_global     = true
  security_standards = ["aws-foundational-security-best-practices/v/1.0.0"]
}

module "shared_security_events" {
  source = "../../../modules/event-alerts"

  events = {
    production-shop-audit-findings = {
      summary = "GuardDuty saw something in account 111122223333 that somebody should look at"
      runbook = "security-finding"
      pattern = jsonencode({
        source      = ["aws.guardduty"]
        detail-type = ["GuardDuty Finding"]
        detail = {
          severity = [
            {
              numeric = [">=", 4, "<", 7]
            },
          ]
        }
      })
      says = {
        what     = "$.detail.title"
        severity = "$.detail.severity"
        id       = "$.detail.id"
      }
    }
    production-shop-audit-intrusions = {
      summary = "GuardDuty saw what an intruder would do in account 111122223333"
      runbook = "security-finding"
      pattern = jsonencode({
        source      = ["aws.guardduty"]
        detail-type = ["GuardDuty Finding"]
        detail = {
          severity = [
            {
              numeric = [">=", 7]
            },
          ]
        }
      })
      says = {
        what     = "$.detail.title"
        severity = "$.detail.severity"
        id       = "$.detail.id"
      }
      pages = true
    }
  }
  runbooks_url     = "https://github.com/shop-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = module.pages.arn
  ticket_topic_arn = module.alarms.arn
}

module "budget" {
  source = "../../../modules/budget"

  name        = "production-shop-budget"
  monthly_usd = 811
  environment = "production"
  emails      = ["ops@shop.example"]
}
