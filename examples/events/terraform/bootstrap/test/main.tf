module "state_key" {
  source = "../../modules/kms-key"

  name        = "test-fleet-state-key"
  description = "Terraform states of test"
  account_id  = "666677778888"
}

module "state" {
  source = "../../modules/state-bucket"

  name        = "test-fleet-state-666677778888"
  account_id  = "666677778888"
  kms_key_arn = module.state_key.arn
}

module "ci" {
  source = "../../modules/ci-identity"

  name       = "test-fleet-ci"
  account_id = "666677778888"
  repository = "vans-example/platform"

  issuer        = "https://gitlab.com"
  audience      = "https://gitlab.com"
  plan_subjects = ["project_path:vans-example/platform:ref_type:branch:ref:*"]
  apply_subjects = [
    "project_path:vans-example/platform:ref_type:branch:ref:main",
  ]
  create_provider = true

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
  environment          = "test"
  name_patterns        = ["fleet-test-*", "test-*"]
  regions              = ["eu-north-1", "us-east-1"]
  packages_subjects    = var.packages_subjects
  artifact_bucket_arns = ["arn:aws:s3:::test-fleet-artifacts-666677778888/*"]
}
