module "alarms" {
  source = "../../../modules/alarm-topic"

  name        = "production-payments-recovery-alarms"
  account_id  = local.account_id
  kms_key_arn = module.data_key.arn
  emails      = ["platform@payments.example"]
}

module "vault" {
  source = "../../../modules/database"

  name                  = "production-vault-db-recovery"
  replicate_source_arn  = "arn:aws:rds:eu-central-1:444455556666:db:production-vault-db"
  engine                = "postgres"
  engine_version        = "17"
  instance_class        = "db.r7g.xlarge"
  storage_gb            = 200
  max_storage_gb        = 407
  port                  = 5432
  multi_zone            = false
  backup_retention_days = 35
  deletion_protection   = true

  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.data_subnet_ids
  logs_kms_key_arn   = module.logs_key.arn
  log_retention_days = 365
  alarm_topic_arn    = module.alarms.arn

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

  name                  = "production-entries-db-recovery"
  replicate_source_arn  = "arn:aws:rds:eu-central-1:444455556666:db:production-entries-db"
  engine                = "postgres"
  engine_version        = "17"
  instance_class        = "db.r7g.xlarge"
  storage_gb            = 500
  max_storage_gb        = 2025
  port                  = 5432
  multi_zone            = false
  backup_retention_days = 35
  deletion_protection   = true

  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.data_subnet_ids
  logs_kms_key_arn   = module.logs_key.arn
  log_retention_days = 365
  alarm_topic_arn    = module.alarms.arn

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
