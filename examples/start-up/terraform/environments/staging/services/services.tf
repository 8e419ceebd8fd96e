module "web" {
  source = "../../../modules/ecs-service"

  name      = "staging-web-service"
  container = "web"
  image     = "ghcr.io/shop-example/web@${var.web_digest}"
  cpu       = 256
  memory    = 512
  environment = {
    API_URL = "http://api.staging.shop.internal:8080"
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  statements          = []
  region              = local.region
  cluster_arn         = local.platform.cluster_arn
  vpc_id              = local.network.vpc_id
  subnet_ids          = local.network.private_subnet_ids
  targets = {
    api = {
      security_group_id = module.api.security_group_id
      port              = 8080
    }
  }
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
    host              = "www.staging.shop.example"
    path              = "/"
    priority          = 9901
    listener_arn      = local.platform.public_listener_arn
    security_group_id = local.platform.public_security_group_id
  }

  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "web"
    owner       = "shop"
    cost-centre = "shop"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

resource "aws_route53_record" "web" {
  zone_id = local.platform.zone_id
  name    = "www.staging.shop.example"
  type    = "A"

  alias {
    name                   = local.platform.public_dns_name
    zone_id                = local.platform.public_zone_id
    evaluate_target_health = true
  }
}

module "api" {
  source = "../../../modules/ecs-service"

  name      = "staging-api-service"
  container = "api"
  image     = "ghcr.io/shop-example/api@${var.api_digest}"
  cpu       = 256
  memory    = 512
  environment = {
    UPLOADS_BUCKET = "shop-staging-uploads-bucket-111122223333"
  }
  secrets = {
    PAYMENT_API_KEY   = "${module.api_secrets.arn}:PAYMENT_API_KEY::"
    ORDERS_HOST       = "${local.data.orders_secret_arn}:host::"
    ORDERS_PORT       = "${local.data.orders_secret_arn}:port::"
    ORDERS_USERNAME   = "${local.data.orders_secret_arn}:username::"
    ORDERS_PASSWORD   = "${local.data.orders_secret_arn}:password::"
    ORDERS_DATABASE   = "${local.data.orders_secret_arn}:database::"
    SESSIONS_HOST     = "${local.data.sessions_secret_arn}:host::"
    SESSIONS_PORT     = "${local.data.sessions_secret_arn}:port::"
    SESSIONS_PASSWORD = "${local.data.sessions_secret_arn}:password::"
  }
  secret_arns = [
    module.api_secrets.arn,
    local.data.orders_secret_arn,
    local.data.sessions_secret_arn,
  ]
  secrets_kms_key_arn = local.platform.secrets_key_arn
  statements = [
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.uploads_arn]
    },
    {
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${local.data.uploads_arn}/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  region      = local.region
  cluster_arn = local.platform.cluster_arn
  vpc_id      = local.network.vpc_id
  subnet_ids  = local.network.private_subnet_ids
  targets = {
    orders = {
      security_group_id = local.data.orders_security_group_id
      port              = 5432
    }
    sessions = {
      security_group_id = local.data.sessions_security_group_id
      port              = 6379
    }
  }
  spot               = true
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30

  cluster_name         = local.platform.cluster_name
  namespace_id         = local.platform.namespace_id
  events_log_group_arn = local.platform.events_log_group_arn
  port                 = 8080
  protocol             = "http"
  health_path          = "/healthz"
  start_seconds        = 60
  grace_seconds        = 45
  min                  = 2
  max                  = 3
  cpu_target           = 70
  expose = {
    host              = "api.staging.shop.example"
    path              = "/"
    priority          = 9902
    listener_arn      = local.platform.public_listener_arn
    security_group_id = local.platform.public_security_group_id
  }

  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "api"
    owner       = "shop"
    cost-centre = "shop"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

resource "aws_route53_record" "api" {
  zone_id = local.platform.zone_id
  name    = "api.staging.shop.example"
  type    = "A"

  alias {
    name                   = local.platform.public_dns_name
    zone_id                = local.platform.public_zone_id
    evaluate_target_health = true
  }
}
