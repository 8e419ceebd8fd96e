# The provider cannot be mocked where passwords are made, so that the real one plans, which asks nobody.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

variables {
  name                   = "test-orders-db"
  engine                 = "postgres"
  engine_version         = "17"
  instance_class         = "db.t4g.medium"
  storage_gb             = 20
  max_storage_gb         = 100
  database_name          = "orders"
  port                   = 5432
  connection_secret_name = "test/shop/orders/connection"
  vpc_id                 = "vpc-0a1b2c3d4e5f67890"
  subnet_ids             = ["subnet-0a", "subnet-0b"]
  kms_key_arn            = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_kms_key_arn       = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  make_login             = false
  password               = "given-by-the-test"
}

run "guarded" {
  command = plan

  assert {
    condition = (
      aws_db_instance.this.storage_encrypted && aws_db_instance.this.multi_az &&
      !aws_db_instance.this.publicly_accessible && aws_db_instance.this.deletion_protection
    )
    error_message = "A database must be encrypted, stand in two zones, be out of reach and hard to remove."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.this) == 0
    error_message = "Nobody may connect unless named."
  }
}

run "mysql_demands_tls_too" {
  command = plan

  variables {
    engine         = "mysql"
    engine_version = "8.4.3"
    port           = 3306
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "mysql8.4"
    error_message = "The family of the parameters must follow the version."
  }
}

run "small_mysql_has_no_insights" {
  command = plan

  variables {
    engine         = "mysql"
    engine_version = "8.4"
    instance_class = "db.t4g.small"
    port           = 3306
  }

  assert {
    condition     = !aws_db_instance.this.performance_insights_enabled
    error_message = "RDS refuses a small MySQL that asks for insights."
  }
}

run "others_have_insights" {
  command = plan

  variables {
    instance_class = "db.t4g.small"
  }

  assert {
    condition     = aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.performance_insights_retention_period == 7
    error_message = "Whoever looks for a slow statement needs to see them."
  }
}

run "no_other_engine" {
  command = plan

  variables {
    engine = "oracle"
  }

  expect_failures = [var.engine]
}

run "a_replica_has_the_users_of_its_source" {
  command = plan

  variables {
    replicate_source_arn = "arn:aws:rds:eu-central-1:111122223333:db:source"
    address_secret_name  = "test-dr/shop/orders/address"
  }

  assert {
    condition = (
      aws_db_instance.this.password_wo_version == null && length(aws_secretsmanager_secret.connection) == 0 &&
      length(aws_secretsmanager_secret.address) == 1
    )
    error_message = "A replica is connected to as its source is, at an address of its own."
  }
}

run "a_promoted_replica_follows_nobody" {
  command = plan

  variables {
    replicate_source_arn = "arn:aws:rds:eu-central-1:111122223333:db:source"
    promoted             = true
  }

  assert {
    condition     = aws_db_instance.this.replicate_source_db == null && aws_db_instance.this.apply_immediately
    error_message = "What was promoted stands for itself, at once."
  }
}

run "begins_with_backups" {
  command = plan

  variables {
    restore_from_backups_arn = "arn:aws:rds:eu-west-1:111122223333:auto-backup:ab-0123456789abcdef"
  }

  assert {
    condition     = one(aws_db_instance.this.restore_to_point_in_time).use_latest_restorable_time == true
    error_message = "It must begin with the newest state."
  }
}
