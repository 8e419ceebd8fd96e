module "watch" {
  source = "../../../modules/region-watch"

  name               = "production-payments-audit"
  region             = local.region
  config_role_arn    = "arn:aws:iam::444455556666:role/production-payments-audit-config"
  config_bucket_name = "production-payments-audit-444455556666"
  security_standards = [
    "aws-foundational-security-best-practices/v/1.0.0",
    "pci-dss/v/4.0.1",
  ]
  alarm_topic_arn = module.alarms.arn
}
