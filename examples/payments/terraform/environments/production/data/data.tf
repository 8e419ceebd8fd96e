module "vault" {
  source = "../../../modules/database"

  name                   = "production-vault-db"
  engine                 = "postgres"
  engine_version         = "17"
  instance_class         = "db.r7g.xlarge"
  storage_gb             = 200
  max_storage_gb         = 407
  database_name          = "vault"
  port                   = 5432
  multi_zone             = true
  backup_retention_days  = 35
  deletion_protection    = true
  connection_secret_name = "production/payments/vault/connection"
  vpc_id                 = local.network.vpc_id
  subnet_ids             = local.network.data_subnet_ids
  client_security_group_ids = {
    cluster = local.platform.cluster_security_group_id
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  logs_kms_key_arn    = local.platform.logs_key_arn
  log_retention_days  = 365
  connection_replica = {
    region      = "eu-west-1"
    kms_key_arn = local.platform.recovery_key_arn
  }

  kms_key_arn = module.data_key.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "vault"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "entries" {
  source = "../../../modules/database"

  name                   = "production-entries-db"
  engine                 = "postgres"
  engine_version         = "17"
  instance_class         = "db.r7g.xlarge"
  storage_gb             = 500
  max_storage_gb         = 2025
  database_name          = "entries"
  port                   = 5432
  multi_zone             = true
  backup_retention_days  = 35
  deletion_protection    = true
  connection_secret_name = "production/payments/entries/connection"
  vpc_id                 = local.network.vpc_id
  subnet_ids             = local.network.data_subnet_ids
  client_security_group_ids = {
    cluster = local.platform.cluster_security_group_id
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  logs_kms_key_arn    = local.platform.logs_key_arn
  log_retention_days  = 365
  connection_replica = {
    region      = "eu-west-1"
    kms_key_arn = local.platform.recovery_key_arn
  }

  kms_key_arn = module.data_key.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "entries"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "rates" {
  source = "../../../modules/cache"

  name                    = "production-rates-cache"
  description             = "Redis rates"
  engine_version          = "7.1"
  node_type               = "cache.t4g.medium"
  nodes                   = 2
  port                    = 6379
  snapshot_retention_days = 35
  connection_secret_name  = "production/payments/rates/connection"
  vpc_id                  = local.network.vpc_id
  subnet_ids              = local.network.data_subnet_ids
  client_security_group_ids = {
    cluster = local.platform.cluster_security_group_id
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  logs_kms_key_arn    = local.platform.logs_key_arn
  log_retention_days  = 365

  kms_key_arn = module.data_key.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "rates"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "authorised" {
  source = "../../../modules/queue"

  name               = "production-authorised-queue.fifo"
  dead_letter_name   = "production-authorised-dlq.fifo"
  fifo               = true
  visibility_seconds = 30
  retention_seconds  = 1209600
  max_receives       = 5

  kms_key_arn = module.data_key.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "authorised"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "statements_replica" {
  source = "../../../modules/bucket"

  providers = {
    aws = aws.recovery
  }

  name           = "payments-production-statements-replica-444455556666"
  role_name      = "production-statements-replica"
  kms_key_arn    = module.recovery_key.arn
  retention_days = 35
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "statements"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "statements" {
  source = "../../../modules/bucket"

  name           = "payments-production-statements-bucket-444455556666"
  role_name      = "production-statements-bucket"
  retention_days = 35
  replica = {
    bucket_arn  = module.statements_replica.arn
    kms_key_arn = module.recovery_key.arn
  }

  kms_key_arn = module.data_key.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "statements"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
