# The password is made while it is applied, and is in no state and no plan. What runs in the cluster takes it from the
# secret as services do. Raise password_version to have another one made.
locals {
  password = !var.make_login ? var.password : one(ephemeral.aws_secretsmanager_random_password.this[*].random_password)
  owner    = var.username == null ? {} : { username = var.username, database = var.database_name }
}

ephemeral "aws_secretsmanager_random_password" "this" {
  count = var.make_login ? 1 : 0

  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "connection" {
  name                    = var.connection_secret_name
  description             = "How to connect to ${var.name} in the cluster"
  kms_key_id              = var.secrets_kms_key_arn
  recovery_window_in_days = 30

  # What begins from its copies in another region has the same users.
  dynamic "replica" {
    for_each = var.connection_replica == null ? [] : [var.connection_replica]

    content {
      region     = replica.value.region
      kms_key_id = replica.value.kms_key_arn
    }
  }

  tags = var.tags
}

resource "aws_secretsmanager_secret_version" "connection" {
  secret_id = aws_secretsmanager_secret.connection.id
  secret_string_wo = jsonencode(merge(local.owner, {
    host     = var.host
    port     = tostring(var.port)
    password = local.password
  }))
  secret_string_wo_version = var.password_version
}
