module "positions" {
  source = "../../../modules/queue"

  name               = "test-positions-queue"
  dead_letter_name   = "test-positions-dlq"
  fifo               = false
  visibility_seconds = 360
  retention_seconds  = 1209600
  max_receives       = 5

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "positions"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "to_archive" {
  source = "../../../modules/queue"

  name               = "test-to-archive-queue"
  dead_letter_name   = "test-to-archive-dlq"
  fifo               = false
  visibility_seconds = 720
  retention_seconds  = 1209600
  max_receives       = 5
  topic_arns         = ["arn:aws:sns:eu-north-1:666677778888:test-moved-topic"]

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "to-archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "moved" {
  source = "../../../modules/topic"

  name       = "test-moved-topic"
  account_id = local.account_id
  fifo       = false
  queues = {
    to-archive = {
      arn             = module.to_archive.arn
      dead_letter_arn = module.to_archive.dead_letter_arn
    }
  }

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "moved"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "vans" {
  source = "../../../modules/table"

  name                = "test-vans-table"
  partition_key       = "van"
  sort_key            = "at"
  stream              = false
  deletion_protection = false

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "vans"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "photos" {
  source = "../../../modules/bucket"

  name           = "fleet-test-photos-bucket-666677778888"
  role_name      = "test-photos-bucket"
  retention_days = 7

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "photos"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "thumbnails" {
  source = "../../../modules/bucket"

  name           = "fleet-test-thumbnails-bucket-666677778888"
  role_name      = "test-thumbnails-bucket"
  retention_days = 7

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "thumbnails"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "history" {
  source = "../../../modules/bucket"

  name           = "fleet-test-history-bucket-666677778888"
  role_name      = "test-history-bucket"
  retention_days = 7

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "test"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "history"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
