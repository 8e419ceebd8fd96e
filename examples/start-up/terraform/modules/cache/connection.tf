# The password is made while it is applied. ElastiCache has no argument that stays out of the state, so that it is there
# as well as in the secrets: one more reason for the state to be encrypted and private.
locals {
  password = !var.make_login ? var.password : one(ephemeral.aws_secretsmanager_random_password.this[*].random_password)
}

ephemeral "aws_secretsmanager_random_password" "this" {
  count = var.make_login ? 1 : 0

  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "token" {
  name                    = "${var.connection_secret_name}-token"
  description             = "The password of ${var.name}; applications read ${var.connection_secret_name}"
  kms_key_id              = var.secrets_kms_key_arn
  recovery_window_in_days = 30

  tags = var.tags
}

resource "aws_secretsmanager_secret_version" "token" {
  secret_id                = aws_secretsmanager_secret.token.id
  secret_string_wo         = local.password
  secret_string_wo_version = var.password_version
}

data "aws_secretsmanager_secret_version" "token" {
  secret_id  = aws_secretsmanager_secret.token.id
  version_id = aws_secretsmanager_secret_version.token.version_id
}

resource "aws_secretsmanager_secret" "connection" {
  name                    = var.connection_secret_name
  description             = "How to connect to ${var.name}"
  kms_key_id              = var.secrets_kms_key_arn
  recovery_window_in_days = 30

  tags = var.tags
}

resource "aws_secretsmanager_secret_version" "connection" {
  secret_id = aws_secretsmanager_secret.connection.id
  secret_string_wo = jsonencode({
    host     = aws_elasticache_replication_group.this.primary_endpoint_address
    port     = tostring(var.port)
    password = data.aws_secretsmanager_secret_version.token.secret_string
  })
  secret_string_wo_version = var.password_version
}
