# The password is made while it is applied and goes to the database and to the secret, but into no state and no plan.
# Raise password_version to have another one made, for both. A copy has the users of what it is a copy of.
locals {
  password = !var.make_login ? var.password : one(ephemeral.aws_secretsmanager_random_password.this[*].random_password)
}

ephemeral "aws_secretsmanager_random_password" "this" {
  count = local.is_copy || !var.make_login ? 0 : 1

  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "connection" {
  count = local.is_copy ? 0 : 1

  name                    = var.connection_secret_name
  description             = "How to connect to ${var.name}"
  kms_key_id              = var.secrets_kms_key_arn
  recovery_window_in_days = 30

  # What is a copy in another region has the same users: who connects there is told by this one.
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
  count = local.is_copy ? 0 : 1

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

# Nothing in it has to be kept secret. It is here because whoever connects reads all else here.
resource "aws_secretsmanager_secret" "address" {
  count = var.address_secret_name == null ? 0 : 1

  name                    = var.address_secret_name
  description             = "The host of ${var.name}"
  kms_key_id              = var.secrets_kms_key_arn
  recovery_window_in_days = 30

  tags = var.tags
}

resource "aws_secretsmanager_secret_version" "address" {
  count = var.address_secret_name == null ? 0 : 1

  secret_id     = aws_secretsmanager_secret.address[0].id
  secret_string = jsonencode({ host = aws_db_instance.this.address })
}
