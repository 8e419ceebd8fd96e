module "state_key" {
  source = "../../modules/kms-key"

  name        = "staging-shop-state-key"
  description = "Terraform states of staging"
  account_id  = "111122223333"
}

module "state" {
  source = "../../modules/state-bucket"

  name        = "staging-shop-state-111122223333"
  account_id  = "111122223333"
  kms_key_arn = module.state_key.arn
}

module "ci" {
  source = "../../modules/ci-identity"

  name       = "staging-shop-ci"
  account_id = "111122223333"
  repository = "shop-example/platform"

  issuer   = "https://token.actions.githubusercontent.com"
  audience = "sts.amazonaws.com"
  plan_subjects = [
    "repo:shop-example/platform:pull_request",
    "repo:shop-example/platform:ref:refs/heads/main",
  ]
  apply_subjects  = ["repo:shop-example/platform:environment:staging"]
  create_provider = true

  state_bucket_arns = [module.state.arn]
  state_key_arns    = [module.state_key.arn]

  services = [
    "access-analyzer",
    "acm",
    "application-autoscaling",
    "backup",
    "backup-storage",
    "budgets",
    "ce",
    "cloudtrail",
    "cloudwatch",
    "config",
    "ec2",
    "ecs",
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
    "servicediscovery",
    "sns",
    "sqs",
    "tag",
    "wafv2",
  ]
  environment   = "staging"
  name_patterns = ["shop-staging-*", "staging-*"]
  regions       = ["eu-west-1", "us-east-1"]
}
