module "watch" {
  source = "../../../modules/region-watch"

  name               = "production-payments-audit"
  region             = local.region
  config_role_arn    = "arn:aws:iam::444455556666:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
  config_bucket_name = "production-payments-audit-444455556666"
  security_standards = [
    "aws-foundational-security-best-practices/v/1.0.0",
    "pci-dss/v/4.0.1",
  ]
}

module "shared_security_events" {
  source = "../../../modules/event-alerts"

  events = {
    production-payments-audit-recovery-findings = {
      summary = "GuardDuty saw something in account 444455556666 that somebody should look at"
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
    production-payments-audit-recovery-intrusions = {
      summary = "GuardDuty saw what an intruder would do in account 444455556666"
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
