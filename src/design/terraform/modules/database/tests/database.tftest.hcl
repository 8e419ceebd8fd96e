mock_provider "aws" {}

variables {
  name              = "test-orders-db"
  engine            = "postgres"
  engine_version    = "17"
  instance_class    = "db.t4g.medium"
  storage_gb        = 20
  max_storage_gb    = 100
  database_name     = "orders"
  port              = 5432
  connection_secret = "test/shop/orders/connection"
  vpc_id            = "vpc-0a1b2c3d4e5f67890"
  subnet_ids        = ["subnet-0a", "subnet-0b"]
  kms_key_arn       = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  logs_kms_key_arn  = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"

  # Passwords are made by the real service only, which is not asked here.
  replicate_source_arn = "arn:aws:rds:eu-central-1:111122223333:db:source"
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

run "no_other_engine" {
  command = plan

  variables {
    engine = "oracle"
  }

  expect_failures = [var.engine]
}
