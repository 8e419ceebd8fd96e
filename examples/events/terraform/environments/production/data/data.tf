module "positions" {
  source = "../../../modules/queue"

  name               = "production-positions-queue"
  dead_letter_name   = "production-positions-dlq"
  fifo               = false
  visibility_seconds = 360
  retention_seconds  = 1209600
  max_receives       = 5

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "positions"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "to_archive" {
  source = "../../../modules/queue"

  name               = "production-to-archive-queue"
  dead_letter_name   = "production-to-archive-dlq"
  fifo               = false
  visibility_seconds = 720
  retention_seconds  = 1209600
  max_receives       = 5
  topic_arns         = ["arn:aws:sns:eu-north-1:666677778888:production-moved-topic"]

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "to-archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "moved" {
  source = "../../../modules/topic"

  name       = "production-moved-topic"
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
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "moved"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "vans" {
  source = "../../../modules/table"

  name                = "production-vans-table"
  partition_key       = "van"
  sort_key            = "at"
  stream              = false
  deletion_protection = true

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "vans"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "photos" {
  source = "../../../modules/bucket"

  name           = "fleet-production-photos-bucket-666677778888"
  role_name      = "production-photos-bucket"
  retention_days = 35

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
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

  name           = "fleet-production-thumbnails-bucket-666677778888"
  role_name      = "production-thumbnails-bucket"
  retention_days = 35

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
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

  name           = "fleet-production-history-bucket-666677778888"
  role_name      = "production-history-bucket"
  retention_days = 35

  kms_key_arn = module.data_key.arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "history"
    owner       = "fleet"
    cost-centre = "fleet"
  }
  permissions_boundary_arn = local.permissions_boundary_arn
}
