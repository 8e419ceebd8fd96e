# What account 333344445555 has once; the other environments in it rely on it.
module "audit_key" {
  source = "../../../modules/kms-key"

  name        = "staging-payments-audit-key"
  description = "Records of what was done in the account"
  account_id  = local.account_id
  services    = ["cloudtrail.amazonaws.com", "config.amazonaws.com"]
  log_groups = {
    region = local.region
  }
}

module "audit" {
  source = "../../../modules/audit"

  name                     = "staging-payments-audit"
  account_id               = local.account_id
  region                   = local.region
  bucket_name              = "staging-payments-audit-333344445555"
  kms_key_arn              = module.audit_key.arn
  log_retention_days       = 365
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "watch" {
  source = "../../../modules/region-watch"

  name               = "staging-payments-audit"
  region             = local.region
  config_role_arn    = module.audit.config_role_arn
  config_bucket_name = module.audit.bucket
  config_kms_key_arn = module.audit_key.arn
  records_global     = true
  security_standards = [
    "aws-foundational-security-best-practices/v/1.0.0",
    "pci-dss/v/4.0.1",
  ]
}

module "shared_security_events" {
  source = "../../../modules/event-alerts"

  events = {
    staging-payments-audit-findings = {
      summary = "GuardDuty saw something in account 333344445555 that somebody should look at"
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
    staging-payments-audit-intrusions = {
      summary = "GuardDuty saw what an intruder would do in account 333344445555"
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
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = module.alarms.arn
  ticket_topic_arn = module.alarms.arn
}

module "budget" {
  source = "../../../modules/budget"

  name        = "staging-payments-budget"
  monthly_usd = 4335
  environment = "staging"
  emails      = ["finance@payments.example"]
}
