module "state_key" {
  source = "../../modules/kms-key"

  name        = "production-fleet-state-key"
  description = "Terraform states of production"
  account_id  = "666677778888"
}

module "state" {
  source = "../../modules/state-bucket"

  name        = "production-fleet-state-666677778888"
  account_id  = "666677778888"
  kms_key_arn = module.state_key.arn
}

module "ci" {
  source = "../../modules/ci-identity"

  name       = "production-fleet-ci"
  account_id = "666677778888"
  repository = "vans-example/platform"

  issuer        = "https://gitlab.com"
  audience      = "https://gitlab.com"
  plan_subjects = ["project_path:vans-example/platform:ref_type:branch:ref:*"]
  apply_subjects = [
    "project_path:vans-example/platform:ref_type:branch:ref:main",
  ]
  create_provider = false

  state_bucket_arns = [module.state.arn]
  state_key_arns    = [module.state_key.arn]

  services = [
    "access-analyzer",
    "acm",
    "apigateway",
    "application-autoscaling",
    "backup",
    "backup-storage",
    "budgets",
    "ce",
    "cloudtrail",
    "cloudwatch",
    "config",
    "dynamodb",
    "ec2",
    "ecs",
    "elasticloadbalancing",
    "events",
    "guardduty",
    "iam",
    "kms",
    "lambda",
    "logs",
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
  environment       = "production"
  name_patterns     = ["fleet-production-*", "production-*"]
  regions           = ["eu-north-1", "us-east-1"]
  packages_subjects = var.packages_subjects
  artifact_bucket_arns = [
    "arn:aws:s3:::production-fleet-artifacts-666677778888/*",
  ]
}
