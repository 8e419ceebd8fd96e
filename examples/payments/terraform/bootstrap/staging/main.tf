module "state_key" {
  source = "../../modules/kms-key"

  name        = "staging-payments-state-key"
  description = "Terraform states of staging"
  account_id  = "333344445555"
}

module "state" {
  source = "../../modules/state-bucket"

  name        = "staging-payments-state-333344445555"
  account_id  = "333344445555"
  kms_key_arn = module.state_key.arn
}

module "ci" {
  source = "../../modules/ci-identity"

  name       = "staging-payments-ci"
  account_id = "333344445555"
  repository = "payments-example/platform"

  issuer   = "https://token.actions.githubusercontent.com"
  audience = "sts.amazonaws.com"
  plan_subjects = [
    "repo:payments-example/platform:pull_request",
    "repo:payments-example/platform:ref:refs/heads/main",
  ]
  apply_subjects  = ["repo:payments-example/platform:environment:staging"]
  create_provider = true

  state_bucket_arns = [module.state.arn]
  state_key_arns    = [module.state_key.arn]

  services = [
    "access-analyzer",
    "acm",
    "autoscaling",
    "backup",
    "backup-storage",
    "budgets",
    "ce",
    "cloudfront",
    "cloudtrail",
    "cloudwatch",
    "config",
    "ec2",
    "eks",
    "elasticache",
    "elasticloadbalancing",
    "events",
    "guardduty",
    "iam",
    "kms",
    "logs",
    "rds",
    "route53",
    "s3",
    "secretsmanager",
    "securityhub",
    "sns",
    "sqs",
    "tag",
    "wafv2",
  ]
  environment   = "staging"
  name_patterns = ["payments-staging-*", "staging-*"]
  regions       = ["eu-central-1", "us-east-1"]
}
