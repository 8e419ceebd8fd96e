module "state_key" {
  source = "../../modules/kms-key"

  name        = "development-payments-state-key"
  description = "Terraform states of development"
  account_id  = "222233334444"
}

module "state" {
  source = "../../modules/state-bucket"

  name        = "development-payments-state-222233334444"
  account_id  = "222233334444"
  kms_key_arn = module.state_key.arn
}

module "ci" {
  source = "../../modules/ci-identity"

  name       = "development-payments-ci"
  account_id = "222233334444"
  repository = "payments-example/platform"

  issuer   = "https://token.actions.githubusercontent.com"
  audience = "sts.amazonaws.com"
  plan_subjects = [
    "repo:payments-example/platform:pull_request",
    "repo:payments-example/platform:ref:refs/heads/main",
  ]
  apply_subjects  = ["repo:payments-example/platform:environment:development"]
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
    "scheduler",
    "secretsmanager",
    "securityhub",
    "sns",
    "sqs",
    "tag",
    "wafv2",
  ]
  environment   = "development"
  name_patterns = ["development-*", "payments-development-*"]
  regions       = ["eu-central-1", "us-east-1"]
}
