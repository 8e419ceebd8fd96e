module "orders" {
  source = "../../../modules/database"

  name                   = "staging-orders-db"
  engine                 = "postgres"
  engine_version         = "17"
  instance_class         = "db.t4g.small"
  storage_gb             = 20
  max_storage_gb         = 100
  database_name          = "orders"
  port                   = 5432
  multi_zone             = false
  backup_retention_days  = 7
  deletion_protection    = false
  backup_window          = "07:00-07:30"
  maintenance_window     = "fri:17:30-fri:18:00"
  connection_secret_name = "staging/shop/orders/connection"
  vpc_id                 = local.network.vpc_id
  subnet_ids             = local.network.data_subnet_ids
  secrets_kms_key_arn    = local.platform.secrets_key_arn
  logs_kms_key_arn       = local.platform.logs_key_arn
  log_retention_days     = 30

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "staging"
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

  name                    = "staging-sessions-cache"
  description             = "Redis sessions"
  engine_version          = "7.1"
  node_type               = "cache.t4g.micro"
  nodes                   = 1
  port                    = 6379
  snapshot_retention_days = 7
  connection_secret_name  = "staging/shop/sessions/connection"
  vpc_id                  = local.network.vpc_id
  subnet_ids              = local.network.data_subnet_ids
  secrets_kms_key_arn     = local.platform.secrets_key_arn
  logs_kms_key_arn        = local.platform.logs_key_arn
  log_retention_days      = 30

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "sessions"
    owner       = "shop"
    cost-centre = "shop"
  }
}

module "uploads" {
  source = "../../../modules/bucket"

  name           = "shop-staging-uploads-bucket-111122223333"
  role_name      = "staging-uploads-bucket"
  retention_days = 7

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "staging"
    system      = "shop"
    managed-by  = "terraform"
    service     = "uploads"
    owner       = "shop"
    cost-centre = "shop"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
