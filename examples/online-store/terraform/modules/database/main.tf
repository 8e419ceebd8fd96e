locals {
  name       = "${var.environment}-shop-database"
  port       = 5432
  disposable = var.environment != "prod"
}

resource "aws_db_instance" "this" {
  identifier     = local.name
  engine         = "postgres"
  engine_version = "17"
  instance_class = var.instance_class
  db_name        = "shop"
  port           = local.port

  # RDS makes the password, keeps it in Secrets Manager and rotates it.
  username                            = "shop_admin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true

  allocated_storage     = var.storage_gib.initial
  max_allocated_storage = var.storage_gib.maximum
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = aws_kms_key.this.arn

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = var.publicly_accessible
  multi_az               = var.multi_az

  parameter_group_name       = aws_db_parameter_group.this.name
  auto_minor_version_upgrade = true
  maintenance_window         = "tue:03:00-tue:04:00"
  apply_immediately          = local.disposable

  backup_retention_period   = var.backup_retention_days
  backup_window             = "01:00-02:00"
  copy_tags_to_snapshot     = true
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = local.disposable
  final_snapshot_identifier = "${local.name}-final"

  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.this.arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn

  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_db_subnet_group" "this" {
  name       = local.name
  subnet_ids = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${local.name}-"
  family      = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_kms_key" "this" {
  description         = "Encrypts ${local.name}"
  enable_key_rotation = true
}

resource "aws_kms_alias" "this" {
  name          = "alias/${local.name}"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["postgresql", "upgrade"])

  name              = "/aws/rds/instance/${local.name}/${each.key}"
  retention_in_days = 30
}
