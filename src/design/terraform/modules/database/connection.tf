# The password is made while it is applied and goes to the database and to the secret, but into no state and no plan.
# Raise password_version to have another one made, for both. A copy has the password of what it is a copy of.
locals {
  makes_login = var.make_login && !local.is_copy
  takes_login = var.make_login && local.is_copy && var.source_secret_name != null
  taken       = one(ephemeral.aws_secretsmanager_secret_version.source[*].secret_string)
  password = (
    local.makes_login ? one(ephemeral.aws_secretsmanager_random_password.this[*].random_password)
    : local.takes_login ? jsondecode(local.taken).password
    : var.password
  )
}

ephemeral "aws_secretsmanager_random_password" "this" {
  count = local.makes_login ? 1 : 0

  password_length     = 40
  exclude_punctuation = true
}

ephemeral "aws_secretsmanager_secret_version" "source" {
  count = local.takes_login ? 1 : 0

  secret_id = var.source_secret_name
}

resource "aws_secretsmanager_secret" "connection" {
  count = var.connection_secret_name == null ? 0 : 1

  name                    = var.connection_secret_name
  description             = "How to connect to ${var.name}"
  kms_key_id              = var.secrets_kms_key_arn
  recovery_window_in_days = 30

  # What stands in another region has the same password, and is told of it by this copy.
  dynamic "replica" {
    for_each = var.connection_copy == null ? [] : [var.connection_copy]

    content {
      region     = replica.value.region
      kms_key_id = replica.value.kms_key_arn
    }
  }

  tags = var.tags
}

resource "aws_secretsmanager_secret_version" "connection" {
  count = var.connection_secret_name == null ? 0 : 1

  secret_id = aws_secretsmanager_secret.connection[0].id
  secret_string_wo = jsonencode({
    host     = aws_db_instance.this.address
    port     = tostring(var.port)
    username = var.username
    password = local.password
    database = var.database_name
  })
  secret_string_wo_version = var.password_version
}
