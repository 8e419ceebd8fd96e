module "gateway" {
  source = "../../../modules/identity"

  name            = "production-dr-gateway-role"
  description     = "What gateway may do"
  cluster_name    = local.platform.cluster_name
  namespace       = "acquiring"
  service_account = "gateway"
  statements      = []
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "gateway"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "authorizer" {
  source = "../../../modules/identity"

  name            = "production-dr-authorizer-role"
  description     = "What authorizer may do"
  cluster_name    = local.platform.cluster_name
  namespace       = "acquiring"
  service_account = "authorizer"
  statements = [
    {
      actions = [
        "sqs:SendMessage",
        "sqs:GetQueueAttributes",
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility",
      ]
      resources = [local.data.authorised_arn]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "authorizer"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "ledger" {
  source = "../../../modules/identity"

  name            = "production-dr-ledger-role"
  description     = "What ledger may do"
  cluster_name    = local.platform.cluster_name
  namespace       = "ledger"
  service_account = "ledger"
  statements = [
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.statements_arn]
    },
    {
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${local.data.statements_arn}/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "ledger"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "console" {
  source = "../../../modules/identity"

  name            = "production-dr-console-role"
  description     = "What console may do"
  cluster_name    = local.platform.cluster_name
  namespace       = "ledger"
  service_account = "console"
  statements      = []
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "console"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "settlement" {
  source = "../../../modules/identity"

  name            = "production-dr-settlement-role"
  description     = "What settlement may do"
  cluster_name    = local.platform.cluster_name
  namespace       = "ledger"
  service_account = "settlement"
  statements = [
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.statements_arn]
    },
    {
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${local.data.statements_arn}/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "settlement"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
