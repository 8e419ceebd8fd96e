locals {
  # Both engines refuse connections without TLS; each has its own word for it.
  families = {
    postgres = "postgres${split(".", var.engine_version)[0]}"
    mysql    = "mysql${join(".", [for at, part in split(".", var.engine_version) : part if at < 2])}"
  }
  parameters = {
    postgres = {
      "rds.force_ssl"              = "1"
      "log_connections"            = "1"
      "log_disconnections"         = "1"
      "log_min_duration_statement" = "1000"
    }
    mysql = {
      "require_secure_transport" = "ON"
      "slow_query_log"           = "1"
      "long_query_time"          = "1"
      "log_output"               = "FILE"
    }
  }
  logs = {
    postgres = ["postgresql", "upgrade"]
    mysql    = ["error", "slowquery"]
  }

  # On small machines RDS gives none for MySQL, and makes no database that asks for them.
  # Source: docs.aws.amazon.com, Amazon RDS, support for Performance Insights.
  has_insights = var.engine != "mysql" || !can(regex("\\.(micro|small)$", var.instance_class))

  # A copy has the engine, the size and the users of what it was made of.
  is_copy    = var.replicate_source_arn != null || var.restore_from_backups_arn != null
  is_replica = var.replicate_source_arn != null && !var.promoted
}

resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Where ${var.name} may stand"
  subnet_ids  = var.subnet_ids

  tags = var.tags
}

# Who may connect is said beside whoever connects: this group begins empty.
resource "aws_security_group" "this" {
  name        = var.name
  description = "Connections to ${var.name}"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.client_security_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = "Connections from ${each.key}"
  referenced_security_group_id = each.value
  from_port                    = var.port
  to_port                      = var.port
  ip_protocol                  = "tcp"

  tags = var.tags
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  description = "TLS only, and a record of connections and slow statements"
  family      = local.families[var.engine]

  dynamic "parameter" {
    for_each = local.parameters[var.engine]

    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = "pending-reboot"
    }
  }

  tags = var.tags

  # A new family of the engine needs a new group before the old one can go.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(local.logs[var.engine])

  name              = "/aws/rds/instance/${var.name}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.logs_kms_key_arn

  tags = var.tags
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = local.is_copy ? null : var.engine
  engine_version = local.is_copy ? null : var.engine_version
  instance_class = var.instance_class
  port           = var.port

  db_name             = local.is_copy ? null : var.database_name
  username            = local.is_copy ? null : var.username
  password_wo         = local.is_copy ? null : local.password
  password_wo_version = local.is_copy ? null : var.password_version
  replicate_source_db = local.is_replica ? var.replicate_source_arn : null

  dynamic "restore_to_point_in_time" {
    for_each = var.restore_from_backups_arn == null ? [] : [var.restore_from_backups_arn]

    content {
      source_db_instance_automated_backups_arn = restore_to_point_in_time.value
      use_latest_restorable_time               = true
    }
  }

  iam_database_authentication_enabled = true
  ca_cert_identifier                  = "rds-ca-rsa2048-g1"

  allocated_storage     = local.is_copy ? null : var.storage_gb
  max_allocated_storage = var.max_storage_gb
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  multi_az               = var.multi_zone
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name

  # With any retention, RDS keeps the log of changes too, and can restore any second of it.
  backup_retention_period   = var.backup_retention_days
  backup_window             = var.backup_window
  maintenance_window        = var.maintenance_window
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.name}-final"

  enabled_cloudwatch_logs_exports       = local.logs[var.engine]
  performance_insights_enabled          = local.has_insights
  performance_insights_kms_key_id       = local.has_insights ? var.kms_key_arn : null
  performance_insights_retention_period = local.has_insights ? 7 : null
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn

  # Patches within a version come by themselves in the window; a new version is a change that people review.
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false
  # What was promoted has to be whole now, and not in the next window.
  apply_immediately = var.promoted

  tags = var.tags

  lifecycle {
    prevent_destroy = true
  }

  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy_attachment.monitoring]
}
