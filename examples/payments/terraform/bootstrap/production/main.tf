module "state_key" {
  source = "../../modules/kms-key"

  name        = "production-payments-state-key"
  description = "Terraform states of production"
  account_id  = "444455556666"
}

module "state" {
  source = "../../modules/state-bucket"

  name        = "production-payments-state-444455556666"
  account_id  = "444455556666"
  kms_key_arn = module.state_key.arn
}

module "state_recovery_key" {
  source = "../../modules/kms-key"

  name        = "production-payments-state-recovery-key"
  description = "Terraform states of production"
  account_id  = "444455556666"

  providers = {
    aws = aws.recovery
  }
}

module "state_recovery" {
  source = "../../modules/state-bucket"

  name        = "production-payments-state-recovery-444455556666"
  account_id  = "444455556666"
  kms_key_arn = module.state_recovery_key.arn

  providers = {
    aws = aws.recovery
  }
}

module "ci" {
  source = "../../modules/ci-identity"

  name       = "production-payments-ci"
  account_id = "444455556666"
  repository = "payments-example/platform"

  issuer   = "https://token.actions.githubusercontent.com"
  audience = "sts.amazonaws.com"
  plan_subjects = [
    "repo:payments-example/platform:pull_request",
    "repo:payments-example/platform:ref:refs/heads/main",
  ]
  apply_subjects  = ["repo:payments-example/platform:environment:production"]
  create_provider = true

  state_bucket_arns = [module.state.arn, module.state_recovery.arn]
  state_key_arns    = [module.state_key.arn, module.state_recovery_key.arn]

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
  environment   = "production"
  standby       = "production-dr"
  name_patterns = ["payments-production-*", "production-*"]
  regions       = ["eu-central-1", "eu-west-1", "us-east-1"]
}
