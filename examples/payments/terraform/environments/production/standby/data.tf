# Nothing of these is kept in another region: they begin empty.
module "rates" {
  source = "../../../modules/cache"

  name                    = "production-dr-rates-cache"
  description             = "Redis rates"
  engine_version          = "7.1"
  node_type               = "cache.t4g.medium"
  nodes                   = local.recovery.active ? 2 : 1
  port                    = 6379
  snapshot_retention_days = 35
  connection_secret_name  = "production-dr/payments/rates/connection"
  vpc_id                  = local.recovery.vpc_id
  subnet_ids              = local.recovery.data_subnet_ids
  client_security_group_ids = {
    cluster = local.platform.cluster_security_group_id
  }
  secrets_kms_key_arn = local.platform.secrets_key_arn
  logs_kms_key_arn    = local.platform.logs_key_arn
  log_retention_days  = 365

  kms_key_arn = local.recovery.data_key_arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "rates"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

module "authorised" {
  source = "../../../modules/queue"

  name               = "production-dr-authorised-queue.fifo"
  dead_letter_name   = "production-dr-authorised-dlq.fifo"
  fifo               = true
  visibility_seconds = 30
  retention_seconds  = 1209600
  max_receives       = 5

  kms_key_arn = local.recovery.data_key_arn
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "authorised"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}
