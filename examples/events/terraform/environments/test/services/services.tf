module "map" {
  source = "../../../modules/ecs-service"

  name      = "test-map-service"
  container = "map"
  image     = "ghcr.io/vans-example/map@${var.map_digest}"
  cpu       = 256
  memory    = 512
  environment = {
    VANS_TABLE = "test-vans-table"
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  statements = [
    {
      actions = [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
      ]
      resources = [local.data.vans_arn, "${local.data.vans_arn}/index/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  region             = local.region
  cluster_arn        = local.platform.cluster_arn
  vpc_id             = local.network.vpc_id
  subnet_ids         = local.network.private_subnet_ids
  targets            = {}
  spot               = true
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30

  cluster_name         = local.platform.cluster_name
  namespace_id         = local.platform.namespace_id
  events_log_group_arn = local.platform.events_log_group_arn
  port                 = 3000
  protocol             = "http"
  health_path          = "/healthz"
  start_seconds        = 60
  grace_seconds        = 45
  min                  = 2
  max                  = 2
  cpu_target           = 70
  expose = {
    host              = "map.test.vans.example"
    path              = "/"
    priority          = 9901
    listener_arn      = local.platform.public_listener_arn
    security_group_id = local.platform.public_security_group_id
  }

  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "map"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

resource "aws_route53_record" "map" {
  zone_id = local.platform.zone_id
  name    = "map.test.vans.example"
  type    = "A"

  alias {
    name                   = local.platform.public_dns_name
    zone_id                = local.platform.public_zone_id
    evaluate_target_health = true
  }
}

module "report" {
  source = "../../../modules/ecs-job"

  name      = "test-report-job"
  container = "report"
  image     = "ghcr.io/vans-example/report@${var.report_digest}"
  cpu       = 256
  memory    = 512
  environment = {
    HISTORY_BUCKET = "fleet-test-history-bucket-666677778888"
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  statements = [
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.history_arn]
    },
    {
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${local.data.history_arn}/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  region             = local.region
  cluster_arn        = local.platform.cluster_arn
  vpc_id             = local.network.vpc_id
  subnet_ids         = local.network.private_subnet_ids
  targets            = {}
  spot               = true
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30

  account_id = local.account_id
  schedule   = "cron(0 5 ? * MON *)"
  retries    = 2

  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "report"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
