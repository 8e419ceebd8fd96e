module "orders" {
  source = "../../../modules/database"

  name                   = "production-orders-db"
  engine                 = "postgres"
  engine_version         = "17"
  instance_class         = "db.t4g.medium"
  storage_gb             = 20
  max_storage_gb         = 100
  database_name          = "orders"
  port                   = 5432
  multi_zone             = true
  backup_retention_days  = 35
  deletion_protection    = true
  connection_secret_name = "production/shop/orders/connection"
  vpc_id                 = local.network.vpc_id
  subnet_ids             = local.network.data_subnet_ids
  secrets_kms_key_arn    = local.platform.secrets_key_arn
  logs_kms_key_arn       = local.platform.logs_key_arn
  log_retention_days     = 90

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "orders"
    owner       = "shop"
    cost-centre = "shop"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "sessions" {
  source = "../../../modules/cache"

  name                    = "production-sessions-cache"
  description             = "Redis sessions"
  engine_version          = "7.1"
  node_type               = "cache.t4g.small"
  nodes                   = 2
  port                    = 6379
  snapshot_retention_days = 35
  connection_secret_name  = "production/shop/sessions/connection"
  vpc_id                  = local.network.vpc_id
  subnet_ids              = local.network.data_subnet_ids
  secrets_kms_key_arn     = local.platform.secrets_key_arn
  logs_kms_key_arn        = local.platform.logs_key_arn
  log_retention_days      = 90

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "sessions"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "uploads" {
  source = "../../../modules/bucket"

  name           = "shop-production-uploads-bucket-111122223333"
  role_name      = "production-uploads-bucket"
  retention_days = 35

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "shop"
    managed-by  = "terraform"
    service     = "uploads"
    owner       = "shop"
    cost-centre = "shop"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
