module "vault" {
  source = "../../../modules/database"

  name                  = "production-vault-db-recovery"
  replicate_source_arn  = "arn:aws:rds:eu-central-1:444455556666:db:production-vault-db"
  promoted              = var.active
  engine                = "postgres"
  engine_version        = "17"
  instance_class        = "db.r7g.xlarge"
  storage_gb            = 200
  max_storage_gb        = 407
  port                  = 5432
  multi_zone            = var.active
  backup_retention_days = 35
  deletion_protection   = true

  address_secret_name = "production-dr/payments/vault/address"
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.data_subnet_ids
  secrets_kms_key_arn = data.aws_kms_key.copies.arn
  logs_kms_key_arn    = module.logs_key.arn
  log_retention_days  = 365

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
  promoted              = var.active
  engine                = "postgres"
  engine_version        = "17"
  instance_class        = "db.r7g.xlarge"
  storage_gb            = 500
  max_storage_gb        = 2025
  port                  = 5432
  multi_zone            = var.active
  backup_retention_days = 35
  deletion_protection   = true

  address_secret_name = "production-dr/payments/entries/address"
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.data_subnet_ids
  secrets_kms_key_arn = data.aws_kms_key.copies.arn
  logs_kms_key_arn    = module.logs_key.arn
  log_retention_days  = 365

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

module "vault_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-vault-db-recovery-storage = {
      summary   = "The copy of database vault is running out of storage: less than 10 percent is free, and it has not grown by itself"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "production-vault-db-recovery"
      }
      statistic = "Average"
      threshold = 21474836480
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-vault-db-recovery-storage-ends = {
      summary   = "The copy of database vault is about to stop taking writes: less than 5 percent of its storage is free"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "production-vault-db-recovery"
      }
      statistic = "Average"
      threshold = 10737418240
      below     = true
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-vault-db-recovery-cpu = {
      summary   = "The processors of the copy of database vault have been busy for 30 minutes: statements wait for each other"
      runbook   = "datastore-busy"
      namespace = "AWS/RDS"
      metric    = "CPUUtilization"
      dimensions = {
        DBInstanceIdentifier = "production-vault-db-recovery"
      }
      statistic = "Average"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    production-vault-db-recovery-memory = {
      summary   = "The copy of database vault has hardly any memory left: statements begin to use the disk"
      runbook   = "database-memory-low"
      namespace = "AWS/RDS"
      metric    = "FreeableMemory"
      dimensions = {
        DBInstanceIdentifier = "production-vault-db-recovery"
      }
      statistic = "Average"
      threshold = 268435456
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-vault-db-recovery-connections = {
      summary   = "The copy of database vault has hardly any connections left; those beyond the last are refused"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "production-vault-db-recovery"
      }
      statistic = "Maximum"
      threshold = 3063
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
    production-vault-db-recovery-lag = {
      summary   = "The copy of database vault is more than 5 minutes behind: were the region lost now, more would be lost with it than the blueprint allows"
      runbook   = "copy-behind"
      namespace = "AWS/RDS"
      metric    = "ReplicaLag"
      dimensions = {
        DBInstanceIdentifier = "production-vault-db-recovery"
      }
      statistic = "Maximum"
      threshold = 300
      period    = 300
      periods   = 3
      missing   = "breaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = module.alarms.arn
  ticket_topic_arn = module.alarms.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "vault"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "entries_alarms" {
  source = "../../../modules/metric-alarms"

  alarms = {
    production-entries-db-recovery-storage = {
      summary   = "The copy of database entries is running out of storage: less than 10 percent is free, and it has not grown by itself"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "production-entries-db-recovery"
      }
      statistic = "Average"
      threshold = 53687091200
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-entries-db-recovery-storage-ends = {
      summary   = "The copy of database entries is about to stop taking writes: less than 5 percent of its storage is free"
      runbook   = "database-storage-low"
      namespace = "AWS/RDS"
      metric    = "FreeStorageSpace"
      dimensions = {
        DBInstanceIdentifier = "production-entries-db-recovery"
      }
      statistic = "Average"
      threshold = 26843545600
      below     = true
      period    = 300
      periods   = 1
      missing   = "notBreaching"
    }
    production-entries-db-recovery-cpu = {
      summary   = "The processors of the copy of database entries have been busy for 30 minutes: statements wait for each other"
      runbook   = "datastore-busy"
      namespace = "AWS/RDS"
      metric    = "CPUUtilization"
      dimensions = {
        DBInstanceIdentifier = "production-entries-db-recovery"
      }
      statistic = "Average"
      threshold = 85
      period    = 300
      periods   = 6
      missing   = "notBreaching"
    }
    production-entries-db-recovery-memory = {
      summary   = "The copy of database entries has hardly any memory left: statements begin to use the disk"
      runbook   = "database-memory-low"
      namespace = "AWS/RDS"
      metric    = "FreeableMemory"
      dimensions = {
        DBInstanceIdentifier = "production-entries-db-recovery"
      }
      statistic = "Average"
      threshold = 268435456
      below     = true
      period    = 300
      periods   = 3
      missing   = "notBreaching"
    }
    production-entries-db-recovery-connections = {
      summary   = "The copy of database entries has hardly any connections left; those beyond the last are refused"
      runbook   = "database-connections-high"
      namespace = "AWS/RDS"
      metric    = "DatabaseConnections"
      dimensions = {
        DBInstanceIdentifier = "production-entries-db-recovery"
      }
      statistic = "Maximum"
      threshold = 3063
      period    = 300
      periods   = 2
      missing   = "notBreaching"
    }
    production-entries-db-recovery-lag = {
      summary   = "The copy of database entries is more than 5 minutes behind: were the region lost now, more would be lost with it than the blueprint allows"
      runbook   = "copy-behind"
      namespace = "AWS/RDS"
      metric    = "ReplicaLag"
      dimensions = {
        DBInstanceIdentifier = "production-entries-db-recovery"
      }
      statistic = "Maximum"
      threshold = 300
      period    = 300
      periods   = 3
      missing   = "breaching"
    }
  }
  runbooks_url     = "https://github.com/payments-example/platform/blob/main/docs/runbooks"
  page_topic_arn   = module.alarms.arn
  ticket_topic_arn = module.alarms.arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "entries"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
}
