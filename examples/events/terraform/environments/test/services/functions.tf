module "receive" {
  source = "../../../modules/function"

  name        = "test-receive-function"
  account_id  = local.account_id
  description = "receive of fleet"
  runtime     = "nodejs22.x"
  handler     = "index.handler"
  package = {
    bucket = local.platform.artifacts_bucket
    key    = "packages/${trimprefix(var.receive_digest, "sha256:")}.zip"
  }
  memory_mb       = 256
  timeout_seconds = 30
  environment = {
    POSITIONS_QUEUE_URL = "https://sqs.eu-north-1.amazonaws.com/666677778888/test-positions-queue"
  }

  statements = [
    {
      actions   = ["sqs:SendMessage", "sqs:GetQueueAttributes"]
      resources = [local.data.positions_arn]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  kms_key_arn        = local.platform.secrets_key_arn
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "receive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "receive_api" {
  source = "../../../modules/http-api"

  name               = "test-receive-api"
  region             = local.region
  host               = "ingest.test.vans.example"
  path               = "/positions"
  function_name      = module.receive.name
  invoke_arn         = module.receive.invoke_arn
  certificate_arn    = local.platform.certificate_arn
  zone_id            = local.platform.zone_id
  web_acl_arn        = local.platform.web_acl_arn
  has_web_acl        = true
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "receive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "locate" {
  source = "../../../modules/function"

  name        = "test-locate-function"
  account_id  = local.account_id
  description = "locate of fleet"
  runtime     = "python3.13"
  handler     = "index.handler"
  package = {
    bucket = local.platform.artifacts_bucket
    key    = "packages/${trimprefix(var.locate_digest, "sha256:")}.zip"
  }
  memory_mb       = 512
  timeout_seconds = 60
  environment = {
    VANS_TABLE          = "test-vans-table"
    MOVED_TOPIC_ARN     = "arn:aws:sns:eu-north-1:666677778888:test-moved-topic"
    POSITIONS_QUEUE_URL = "https://sqs.eu-north-1.amazonaws.com/666677778888/test-positions-queue"
  }

  queues = {
    positions = {
      arn         = local.data.positions_arn
      concurrency = 10
    }
  }

  statements = [
    {
      actions = [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
      ]
      resources = [local.data.vans_arn, "${local.data.vans_arn}/index/*"]
    },
    {
      actions   = ["sns:Publish"]
      resources = [local.data.moved_arn]
    },
    {
      actions = [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility",
        "sqs:GetQueueAttributes",
      ]
      resources = [local.data.positions_arn]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  kms_key_arn        = local.platform.secrets_key_arn
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "locate"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "archive" {
  source = "../../../modules/function"

  name        = "test-archive-function"
  account_id  = local.account_id
  description = "archive of fleet"
  runtime     = "nodejs22.x"
  handler     = "index.handler"
  package = {
    bucket = local.platform.artifacts_bucket
    key    = "packages/${trimprefix(var.archive_digest, "sha256:")}.zip"
  }
  memory_mb       = 256
  timeout_seconds = 120
  environment = {
    HISTORY_BUCKET       = "fleet-test-history-bucket-666677778888"
    TO_ARCHIVE_QUEUE_URL = "https://sqs.eu-north-1.amazonaws.com/666677778888/test-to-archive-queue"
  }

  queues = {
    to-archive = {
      arn         = local.data.to_archive_arn
      concurrency = 10
    }
  }

  statements = [
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.history_arn]
    },
    {
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${local.data.history_arn}/*"]
    },
    {
      actions = [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility",
        "sqs:GetQueueAttributes",
      ]
      resources = [local.data.to_archive_arn]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  kms_key_arn        = local.platform.secrets_key_arn
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "thumbnail" {
  source = "../../../modules/function"

  name        = "test-thumbnail-function"
  account_id  = local.account_id
  description = "thumbnail of fleet"
  runtime     = "python3.13"
  handler     = "index.handler"
  package = {
    bucket = local.platform.artifacts_bucket
    key    = "packages/${trimprefix(var.thumbnail_digest, "sha256:")}.zip"
  }
  memory_mb       = 1024
  timeout_seconds = 120
  environment = {
    THUMBNAILS_BUCKET = "fleet-test-thumbnails-bucket-666677778888"
    PHOTOS_BUCKET     = "fleet-test-photos-bucket-666677778888"
  }

  buckets = {
    photos = "fleet-test-photos-bucket-666677778888"
  }

  statements = [
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.thumbnails_arn]
    },
    {
      actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
      resources = ["${local.data.thumbnails_arn}/*"]
    },
    {
      actions   = ["s3:ListBucket"]
      resources = [local.data.photos_arn]
    },
    {
      actions   = ["s3:GetObject"]
      resources = ["${local.data.photos_arn}/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  kms_key_arn        = local.platform.secrets_key_arn
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "thumbnail"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "sweep" {
  source = "../../../modules/function"

  name        = "test-sweep-function"
  account_id  = local.account_id
  description = "sweep of fleet"
  runtime     = "nodejs22.x"
  handler     = "index.handler"
  package = {
    bucket = local.platform.artifacts_bucket
    key    = "packages/${trimprefix(var.sweep_digest, "sha256:")}.zip"
  }
  memory_mb       = 256
  timeout_seconds = 600
  environment = {
    VANS_TABLE = "test-vans-table"
  }

  schedules = {
    at-1 = "cron(0 3 * * ? *)"
  }

  statements = [
    {
      actions = [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
      ]
      resources = [local.data.vans_arn, "${local.data.vans_arn}/index/*"]
    },
    {
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [local.data.data_key_arn]
    },
  ]
  kms_key_arn        = local.platform.secrets_key_arn
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "sweep"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
